import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SupabaseAccess } from '#config/env.ts';
import { databaseName } from '#supabase/embedded/database.ts';
import { startPostgres } from '#supabase/embedded/postgres.ts';
import { readPostmaster } from '#supabase/embedded/postmaster.ts';
import { readRuntime } from '#supabase/embedded/runtime.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';
import { Started } from '#supabase/embedded/started.ts';
import { prepareTemplate } from './database-template.ts';

export type TestBackend = Started & {
  access: SupabaseAccess;
  /** As superuser, past every policy. */
  postgresUrl: string;
  dataFolder: string;
  /** Postgres hangs: connections open, nothing answers. */
  pausePostgres(): void;
  /** Postgres is gone, as after kill -9. */
  killPostgres(): void;
  /** Postgres answers again on the same port, whether it was paused or killed. */
  resumePostgres(): Promise<void>;
  stop(): Promise<void>;
};

/** A data folder of its own with the demo data, below a path with a space; nothing runs on it. */
export async function makeDataFolder(): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'holdfast test '));
  await promisify(execFile)('cp', ['-a', `${await prepareTemplate(launch)}/.`, dataFolder]);
  // The ports of the template are those of every copy.
  await rm(join(dataFolder, 'backend.json'));
  return dataFolder;
}

/** Removes a data folder; after a kill the processes of Postgres outlive it for a moment, and write. */
export async function removeDataFolder(dataFolder: string): Promise<void> {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
}

/** A seeded backend of its own for one test file: real Postgres, real processes, free ports. */
export async function startBackend(): Promise<TestBackend> {
  const dataFolder = await makeDataFolder();
  const { started, stop } = await launch(dataFolder);
  const { postgresPort } = await readRuntime(dataFolder);
  const { postgresPassword } = await readSecrets(dataFolder);
  const signal = (name: NodeJS.Signals) => signalPostgres(dataFolder, name);
  return {
    ...started,
    access: { ...started, serviceKey: started.secretKey },
    postgresUrl: `postgres://postgres:${postgresPassword}@127.0.0.1:${postgresPort}/${databaseName}`,
    dataFolder,
    pausePostgres: () => signal('SIGSTOP'),
    killPostgres: () => signal('SIGKILL'),
    async resumePostgres() {
      signal('SIGCONT');
      await startPostgres({ dataFolder, password: postgresPassword, preferredPort: postgresPort });
    },
    async stop() {
      signal('SIGCONT');
      await stop();
      await removeDataFolder(dataFolder);
    },
  };
}

async function launch(dataFolder: string) {
  const script = resolve(import.meta.dirname, '../../src/supabase/embedded/serve.ts');
  const settings = ['fsync=off', 'shared_buffers=16MB'].flatMap((setting) => ['--set', setting]);
  // Postgres stays dead until the test brings it back.
  const child = fork(script, ['--data', dataFolder, '--restart-after-ms', '3600000', ...settings], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    // As a person starts it: lite switches experiments on for itself when this says "test".
    env: { PATH: process.env.PATH },
  });
  const exited = once(child, 'exit');
  const started = await Promise.race([
    once(child, 'message').then(([message]) => Started.parse(message)),
    exited.then(([code]) => Promise.reject(new Error(`The backend ended with ${code}.`))),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { started, stop };
}

function signalPostgres(dataFolder: string, signal: NodeJS.Signals): void {
  const postmaster = readPostmaster(join(dataFolder, 'postgres'));
  if (!postmaster) return;
  for (const pid of [postmaster.pid, ...childrenOf(postmaster.pid)]) signalProcess(pid, signal);
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // A connection of Postgres may end between the list and the signal.
  }
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}
