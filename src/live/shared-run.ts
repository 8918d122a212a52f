import type { Check } from './check.ts';
import type { Clock } from './clock.ts';
import type { HistoryEntry, HistoryStore } from './history.ts';
import type { Lease } from './lease.ts';
import { ageMs } from './standing.ts';

const POLL_MS = 100;

export type SharedRun = {
  name: string;
  check: Check;
  clock: Clock;
  history: HistoryStore;
  lease: Lease;
  /** Looks and keeps what it found. */
  run: () => Promise<HistoryEntry>;
};

/**
 * A fresh reading that some replica took: one that is there already, our own when we get the
 * lease, or the holder's when it arrives. When the database cannot say, we look ourselves.
 */
export async function runShared(shared: SharedRun): Promise<HistoryEntry> {
  const { name, check, lease, run } = shared;
  const already = await findFresh(shared);
  if (already) return already;
  const leased = await lease.acquire(name, check.timeoutMs);
  if (leased === 'taken') return (await awaitHolder(shared)) ?? run();
  const entry = await run();
  if (leased === 'mine') await lease.release(name);
  return entry;
}

async function findFresh({ name, check, clock, history }: SharedRun) {
  const [entry] = await history.recent(name, 1).catch(() => []);
  return entry && ageMs(entry.reading, clock.now()) < check.freshForMs ? entry : undefined;
}

async function awaitHolder(shared: SharedRun): Promise<HistoryEntry | undefined> {
  const { clock, check } = shared;
  const untilMs = clock.now() + check.timeoutMs;
  while (clock.now() < untilMs) {
    await new Promise<void>((resolve) => clock.after(POLL_MS, resolve));
    const entry = await findFresh(shared);
    if (entry) return entry;
  }
  return undefined;
}
