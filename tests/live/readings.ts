import type { HistoryEntry } from '#live/history.ts';
import type { KnownReading, Reading } from '#live/reading.ts';

export const noon = '2026-11-23T12:00:00.000Z';

export function after(ms: number): string {
  return new Date(Date.parse(noon) + ms).toISOString();
}

export function passed(at = noon): KnownReading {
  return { status: 'pass', value: 3, unit: 'buckets', summary: 'Answers', at, durationMs: 12 };
}

export function failed(at = noon): KnownReading {
  const reason = 'It says so.';
  return { status: 'fail', value: null, unit: null, summary: 'Down', reason, at, durationMs: 9 };
}

export function unknown(at = noon): Reading {
  return { status: 'unknown', summary: 'Unknown', reason: 'No answer.', at, durationMs: 1_500 };
}

export function entryOf(reading: Reading, checkName = 'database', replica = 'one'): HistoryEntry {
  return { checkName, replica, reading };
}
