import { join } from 'node:path';
import { applyMigrations } from '#supabase/migrations.ts';
import { takeDataFolder } from './data-folder.ts';
import { createDatabase, databaseName, withDatabase } from './database.ts';
import { findFreePort } from './free-port.ts';
import { listen } from './http-server.ts';
import { createApi } from './lite.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { createRenewal } from './renewal.ts';
import { readRuntime, writeRuntime } from './runtime.ts';
import { readSecrets } from './secrets.ts';
import { seedOnce } from './seed.ts';
import { supervise } from './supervise.ts';

export type BackendOptions = {
  dataFolder: string;
  /** With `migrations/` and `seed.sql`. */
  schemaFolder: string;
  patienceMs: number;
  restartAfterMs: number;
  settings?: Readonly<Record<string, string>>;
};

export type Backend = {
  url: string;
  postgres: Postgres;
  /** Gives the API new connections as soon as Postgres answers. */
  renew(): void;
  stop(): Promise<void>;
};

/** A Supabase on this machine: Postgres and the API in front of it, on one data folder. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const release = await takeDataFolder(options);
  const stops: (() => Promise<void>)[] = [release];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= stopAll(stops);
    return stopped;
  };
  try {
    const { postgres, server, renewal } = await startParts(options, stops);
    return { url: `http://127.0.0.1:${server.port}`, postgres, renew: renewal.ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function stopAll(stops: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of stops.toReversed()) await stop();
}

async function startParts(options: BackendOptions, stops: (() => Promise<void>)[]) {
  const { dataFolder, schemaFolder, settings = {} } = options;
  const secrets = await readSecrets(dataFolder);
  const before = await readRuntime(dataFolder);
  const postgres = await startPostgres({
    dataFolder,
    password: secrets.postgresPassword,
    preferredPort: before.postgresPort,
    settings,
  });
  stops.push(() => postgres.stop());
  await withDatabase(postgres.url('postgres'), (sql) => createDatabase(sql, databaseName));
  const databaseUrl = postgres.url(databaseName);
  const api = await createApi({
    databaseUrl,
    secrets,
    filesFolder: join(dataFolder, 'files'),
    migrate: () =>
      withDatabase(databaseUrl, async (sql) => {
        await applyMigrations(sql, join(schemaFolder, 'migrations'));
        await seedOnce(sql, {
          file: join(schemaFolder, 'seed.sql'),
          password: secrets.demoPassword,
        });
      }),
  });
  stops.push(() => api.close());
  const server = await listen(api.handle, await findFreePort(before.apiPort));
  stops.push(() => server.close());
  const renewal = createRenewal(api, postgres);
  stops.push(async () => renewal.end());
  const supervision = supervise(postgres, options.restartAfterMs);
  stops.push(async () => supervision.end());
  await writeRuntime(dataFolder, { apiPort: server.port, postgresPort: postgres.port });
  return { postgres, server, renewal };
}
