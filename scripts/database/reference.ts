import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Sql } from 'postgres';
import { createDatabase, databaseName, withDatabase } from '#supabase/embedded/database.ts';
import { createApi } from '#supabase/embedded/lite.ts';
import { startPostgres } from '#supabase/embedded/postgres.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';
import { applyMigrations } from '#supabase/migrations.ts';

export const migrationsFolder = resolve(import.meta.dirname, '../../supabase/migrations');

/** Works on a database that has the migrations and nothing else, and is gone afterwards. */
export async function withReference<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'holdfast-reference-'));
  try {
    return await withEmptyCluster(dataFolder, (url) => withDatabase(url, work));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** A migrated database without data in an empty data folder, running for the time of the work. */
export async function withEmptyCluster<Result>(
  dataFolder: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const secrets = await readSecrets(dataFolder);
  const postgres = await startPostgres({ dataFolder, password: secrets.postgresPassword });
  try {
    await withDatabase(postgres.url('postgres'), (sql) => createDatabase(sql, databaseName));
    const databaseUrl = postgres.url(databaseName);
    const migrate = () =>
      withDatabase(databaseUrl, async (sql) => void (await applyMigrations(sql, migrationsFolder)));
    const api = await createApi({
      databaseUrl,
      secrets,
      filesFolder: join(dataFolder, 'files'),
      migrate,
    });
    await api.close();
    return await work(databaseUrl);
  } finally {
    await postgres.stop();
  }
}
