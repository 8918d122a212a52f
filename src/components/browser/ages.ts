import { formatAge } from '#site/moments.ts';

const firstSeenMs = new WeakMap<Element, number>();

/** Counts on each age that the server wrote, by the reader's own stopwatch, not by their clock. */
export function countAges(): void {
  for (const time of document.querySelectorAll<HTMLElement>('[data-age-ms]')) {
    const now = performance.now();
    const seen = firstSeenMs.get(time) ?? now;
    firstSeenMs.set(time, seen);
    const age = `${formatAge(Number(time.dataset.ageMs) + now - seen)} ago`;
    if (time.textContent !== age) time.textContent = age;
  }
}
