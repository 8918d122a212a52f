import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import type { AsPostgres, Command } from './postgres-command.ts';

const postgresVersion = '17';

/** The folder of the database files, made by initdb when it is not there yet. */
export async function prepareCluster(options: {
  dataFolder: string;
  password: string;
  initdb: string;
  asPostgres: AsPostgres;
}): Promise<string> {
  const cluster = join(options.dataFolder, 'postgres');
  if (!existsSync(cluster)) await initialise({ ...options, cluster });
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === postgresVersion) return cluster;
  throw new UsageError(
    version === undefined
      ? `${cluster} is not a Postgres data folder (it has no PG_VERSION). ${whatToDo(cluster)}`
      : `${cluster} was made by Postgres ${version.trim()}; this is Postgres ${postgresVersion}. ${whatToDo(cluster)}`,
  );
}

export function whatToDo(cluster: string): string {
  return (
    'Restore a backup with `npm run db:restore`, or move ' +
    `${cluster} away to start again with fresh demo data.`
  );
}

// Made under another name, so that an interrupted first start leaves nothing half done.
async function initialise(options: {
  dataFolder: string;
  cluster: string;
  password: string;
  initdb: string;
  asPostgres: AsPostgres;
}): Promise<void> {
  const draft = `${options.cluster}.new`;
  const passwordFile = join(options.dataFolder, 'initdb-password');
  await rm(draft, { recursive: true, force: true });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  const command = options.asPostgres(options.initdb, [
    ...['--pgdata', draft, '--username', 'postgres', '--pwfile', passwordFile],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--lc-messages', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
  ]);
  try {
    await giveTo(command, options.dataFolder, passwordFile);
    await run(command, join(options.dataFolder, 'postgres.log'));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, options.cluster);
}

async function giveTo({ options: { uid, gid } }: Command, ...paths: string[]): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) await chown(path, uid, gid);
}

async function run({ file, args, options }: Command, logFile: string): Promise<void> {
  const log = await open(logFile, 'a', 0o600);
  const child = spawn(file, args, { ...options, stdio: ['ignore', log.fd, log.fd] });
  const [code] = await once(child, 'exit').finally(() => log.close());
  if (code === 0) return;
  throw new UsageError(`Postgres could not make its data folder; ${logFile} says why.`);
}
