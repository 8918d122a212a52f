import { type Delivered, isKnown, type KnownReading, type Reading } from './reading.ts';

/** What is known about one source: its last reading, since when that holds, its last answer. */
export type Standing = { latest: Reading; since: string; lastGood: KnownReading | null };

/** The standing after one more reading. A reading older than the latest changes nothing. */
export function follow(before: Standing | undefined, reading: Reading): Standing {
  if (before === undefined) {
    return { latest: reading, since: reading.at, lastGood: isKnown(reading) ? reading : null };
  }
  if (Date.parse(reading.at) < Date.parse(before.latest.at)) return before;
  return {
    latest: reading,
    since: before.latest.status === reading.status ? before.since : reading.at,
    lastGood: isKnown(reading) ? reading : before.lastGood,
  };
}

/** How long ago the source answered; a slow answer is not old when it arrives. */
export function ageMs({ at, durationMs }: Reading, nowMs: number): number {
  return Math.max(0, nowMs - Date.parse(at) - durationMs);
}

export function deliver(
  { latest, since, lastGood }: Standing,
  { nowMs, freshForMs }: { nowMs: number; freshForMs: number },
): Delivered {
  if (isKnown(latest)) {
    const age = ageMs(latest, nowMs);
    return { freshness: age < freshForMs ? 'fresh' : 'stale', reading: latest, ageMs: age, since };
  }
  return {
    freshness: 'failed',
    reason: latest.reason,
    at: latest.at,
    durationMs: latest.durationMs,
    since,
    lastGood: lastGood && { reading: lastGood, ageMs: ageMs(lastGood, nowMs) },
  };
}
