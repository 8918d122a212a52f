import type { Clock } from '#live/clock.ts';

export type FakeClock = Clock & {
  /** Moves the time and calls whoever waits for it, in order. */
  advance(byMs: number): Promise<void>;
};

/** A clock that stands still until a test moves it. */
export function createFakeClock(startMs = Date.parse('2026-11-23T04:00:00Z')): FakeClock {
  let nowMs = startMs;
  let waiting: { atMs: number; callback: () => void }[] = [];
  return {
    now: () => nowMs,
    after(delayMs, callback) {
      const entry = { atMs: nowMs + delayMs, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    async advance(byMs) {
      await settle();
      const untilMs = nowMs + byMs;
      for (let next = due(waiting, untilMs); next; next = due(waiting, untilMs)) {
        const { atMs, callback } = next;
        waiting = waiting.filter((each) => each.callback !== callback);
        nowMs = atMs;
        callback();
        await settle();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}

function due(waiting: readonly { atMs: number; callback: () => void }[], untilMs: number) {
  return waiting
    .filter(({ atMs }) => atMs <= untilMs)
    .toSorted((one, other) => one.atMs - other.atMs)[0];
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
