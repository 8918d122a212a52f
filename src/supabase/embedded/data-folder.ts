import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import { findProcess, identify, waitUntil } from './processes.ts';

export type TakeOptions = {
  dataFolder: string;
  /** How long a predecessor that is shutting down may hold on to the folder. */
  patienceMs: number;
};

/**
 * Makes the data folder this process's own: two backends on one folder would destroy it.
 * Returns the function that gives it back.
 */
export async function takeDataFolder({ dataFolder, patienceMs }: TakeOptions) {
  await makeDataFolder(dataFolder);
  const lock = join(dataFolder, 'lock');
  const isTaken = await waitUntil(() => tryLock(lock), { withinMs: patienceMs, everyMs: 50 });
  if (isTaken) return () => rm(lock, { force: true });
  throw new UsageError(
    `Another Holdfast (process ${await readHolder(lock)}) works on the data folder ${dataFolder}. ` +
      'Stop it, or set HOLDFAST_DATA_DIR to another folder.',
  );
}

/** The process that works on the data folder now, if any. */
export function findBackend(dataFolder: string): Promise<number | undefined> {
  return readHolder(join(dataFolder, 'lock'));
}

export async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw unwritable(dataFolder, cause);
  }
}

// Written under another name first: a lock is never seen without its holder.
async function tryLock(lock: string): Promise<boolean> {
  const mine = `${lock}.${process.pid}`;
  try {
    await writeFile(mine, identify(process.pid), { mode: 0o600 });
    await link(mine, lock);
    return true;
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw unwritable(lock, cause);
    if ((await readHolder(lock)) !== undefined) return false;
    await rm(lock, { force: true });
    // Awaited: the inner attempt uses the same draft, which `finally` removes.
    return await tryLock(lock);
  } finally {
    await rm(mine, { force: true });
  }
}

async function readHolder(lock: string): Promise<number | undefined> {
  return findProcess(await readFile(lock, 'utf8').catch(() => ''));
}

function unwritable(path: string, cause: unknown): UsageError {
  return new UsageError(
    `${path} cannot be written (${codeOf(cause)}). ` +
      'Set HOLDFAST_DATA_DIR to a folder that you may write to.',
    { cause },
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
