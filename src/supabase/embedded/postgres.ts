import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import { prepareCluster, whatToDo } from './cluster.ts';
import { findFreePort } from './free-port.ts';
import { type Command, chooseAccount, findBinaries } from './postgres-command.ts';
import { readPostmaster } from './postmaster.ts';
import { endProcess, isAlive, waitUntil } from './processes.ts';

export type Postgres = {
  port: number;
  url(database: string): string;
  isRunning(): boolean;
  /** Starts it again on the same port, after it has died. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type PostgresOptions = {
  dataFolder: string;
  password: string;
  /** Taken when it is free, so that it stays the same from start to start. */
  preferredPort?: number;
  settings?: Readonly<Record<string, string>>;
};

const startTimeoutMs = 30_000;

/** Starts Postgres on a data folder, or adopts the one that a killed parent left running there. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { initdb, postgres } = await findBinaries();
  const asPostgres = chooseAccount(postgres, options.dataFolder);
  const cluster = await prepareCluster({ ...options, initdb, asPostgres });
  const logFile = join(options.dataFolder, 'postgres.log');
  const launchOn = (port: number) => {
    const command = asPostgres(postgres, ['-D', cluster, ...flags(port, options.settings)]);
    return launch({ command, cluster, logFile });
  };
  const left = await adopt(cluster);
  const port = left?.port ?? (await startOnFreePort(launchOn, options.preferredPort));
  return {
    port,
    url: (database) => `postgres://postgres:${options.password}@127.0.0.1:${port}/${database}`,
    isRunning: () => readPostmaster(cluster) !== undefined,
    start: () => launchOn(port),
    stop: () => stop(cluster),
  };
}

// Between finding a port free and listening on it, somebody else may have taken it.
async function startOnFreePort(launchOn: (port: number) => Promise<void>, preferred = 0) {
  const port = await findFreePort(preferred);
  try {
    await launchOn(port);
    return port;
  } catch (error) {
    if (!(error instanceof UsageError && error.message.includes('TCP/IP sockets'))) throw error;
    const other = await findFreePort();
    await launchOn(other);
    return other;
  }
}

function flags(port: number, settings: Readonly<Record<string, string>> = {}): string[] {
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function adopt(cluster: string) {
  const left = readPostmaster(cluster);
  if (!left) return undefined;
  // A paused one would never get ready, nor obey.
  process.kill(left.pid, 'SIGCONT');
  await waitUntil(() => readPostmaster(cluster)?.isReady !== false, { withinMs: startTimeoutMs });
  return readPostmaster(cluster);
}

async function stop(cluster: string): Promise<void> {
  const pid = readPostmaster(cluster)?.pid;
  if (pid === undefined) return;
  process.kill(pid, 'SIGCONT');
  await endProcess(pid, [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 1_000],
  ]);
}

// For a moment after a crash the processes of the old one hold its shared memory.
async function launch(start: { command: Command; cluster: string; logFile: string }) {
  let failure = await launchOnce(start);
  await waitUntil(
    async () => {
      if (!failure?.includes('shared memory block')) return true;
      failure = await launchOnce(start);
      return false;
    },
    { withinMs: 10_000, everyMs: 250 },
  );
  if (!failure) return;
  throw new UsageError(
    `Postgres does not start on ${start.cluster}: ${failure} ${whatToDo(start.cluster)}`,
  );
}

async function launchOnce({ command, cluster, logFile }: Parameters<typeof launch>[0]) {
  const log = await open(logFile, 'a', 0o600);
  const { size } = await log.stat();
  // Detached: a Ctrl-C in the terminal must not reach Postgres before the backend has let go.
  const child = spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  await log.close();
  const isSettled = () => child.exitCode !== null || readPostmaster(cluster)?.isReady === true;
  await waitUntil(isSettled, { withinMs: startTimeoutMs });
  if (readPostmaster(cluster)?.isReady) return undefined;
  if (child.pid !== undefined && isAlive(child.pid)) child.kill('SIGKILL');
  return lastComplaint((await readFile(logFile)).subarray(size).toString());
}

function lastComplaint(log: string): string {
  const complaints = log.match(/(?<=(FATAL|PANIC|ERROR):\s+).*/g) ?? [];
  return `${complaints.at(-1) ?? 'it gives no reason'}.`;
}
