import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Whether a process still runs; one that has ended and waits for its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readStat(pid)?.[0] !== 'Z';
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process's number with its start time where the system tells it: numbers are given out again. */
export function identify(pid: number): string {
  const startTime = readStat(pid)?.[19];
  return startTime === undefined ? String(pid) : `${pid} ${startTime}`;
}

export function parentOf(pid: number): number | undefined {
  const parent = Number(readStat(pid)?.[1]);
  return parent > 0 ? parent : undefined;
}

// From the state on, past the name, which may hold anything. Only Linux has it.
function readStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** The process that `identify` described; undefined when it has ended. */
export function findProcess(identity: string): number | undefined {
  const pid = Number(identity.split(' ')[0]);
  return pid > 0 && isAlive(pid) && identify(pid) === identity ? pid : undefined;
}

/** Resolves to whether the condition held before the time was up. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 20 }: { withinMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await delay(everyMs);
  }
  return true;
}

/** Asks a process to end with one signal after another, each with its time to obey. */
export async function endProcess(
  pid: number,
  signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
  for (const [signal, withinMs] of signals) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), { withinMs })) return;
  }
}
