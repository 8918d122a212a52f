import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sql } from 'postgres';
import type { Env } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { findBackend, takeDataFolder } from '#supabase/embedded/data-folder.ts';
import { databaseName, withDatabase } from '#supabase/embedded/database.ts';
import { startPostgres } from '#supabase/embedded/postgres.ts';
import { readRuntime } from '#supabase/embedded/runtime.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';

type Work<Result> = (sql: Sql) => Promise<Result>;

/**
 * Works on the database of DATABASE_URL, else on the embedded one; that one is started for the
 * time of the work when it does not run.
 */
export async function withTarget<Result>(env: Env, work: Work<Result>): Promise<Result> {
  if (env.DATABASE_URL) return withDatabase(env.DATABASE_URL, work);
  const dataFolder = resolve(env.HOLDFAST_DATA_DIR);
  const { postgresPassword: password } = await requireSecrets(dataFolder);
  if ((await findBackend(dataFolder)) === undefined) return withStopped(dataFolder, password, work);
  const { postgresPort } = await readRuntime(dataFolder);
  return withDatabase(
    `postgres://postgres:${password}@127.0.0.1:${postgresPort}/${databaseName}`,
    work,
  );
}

/** Where the database is, for a person; never with its password. */
export function describeTarget(env: Env): string {
  if (!env.DATABASE_URL) return `the embedded database in ${resolve(env.HOLDFAST_DATA_DIR)}`;
  const { hostname, port, pathname } = new URL(env.DATABASE_URL);
  return `${hostname}${port && `:${port}`}${pathname}`;
}

async function requireSecrets(dataFolder: string) {
  if (existsSync(join(dataFolder, 'postgres'))) return readSecrets(dataFolder);
  throw new UsageError(
    `There is no database in ${dataFolder} yet. Run \`npm start\` once, or set DATABASE_URL.`,
  );
}

async function withStopped<Result>(dataFolder: string, password: string, work: Work<Result>) {
  const release = await takeDataFolder({ dataFolder, patienceMs: 0 });
  try {
    const { postgresPort } = await readRuntime(dataFolder);
    const postgres = await startPostgres({ dataFolder, password, preferredPort: postgresPort });
    return await withDatabase(postgres.url(databaseName), work).finally(() => postgres.stop());
  } finally {
    await release();
  }
}
