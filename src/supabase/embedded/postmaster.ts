import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './processes.ts';

export type Postmaster = { pid: number; port: number; isReady: boolean };

/** What the running Postgres of a cluster folder says about itself; undefined when none runs. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
