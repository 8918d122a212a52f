import { expect, test } from 'vitest';
import { deliver, follow } from '#live/standing.ts';
import { after, failed, noon, passed, unknown } from './readings.ts';

const freshForMs = 1_000;
const answeredMs = passed().durationMs;
const at = (ms: number) => ({ nowMs: Date.parse(noon) + ms, freshForMs });

test('a status holds since the first reading that said so', () => {
  const first = follow(undefined, passed());
  const second = follow(first, passed(after(5_000)));
  const third = follow(second, failed(after(9_000)));
  expect([first, second, third].map(({ since }) => since)).toEqual([noon, noon, after(9_000)]);
});

test('a reading that arrives late does not replace a newer one', () => {
  const newer = follow(undefined, passed(after(5_000)));
  expect(follow(newer, failed(noon))).toBe(newer);
});

test.for([
  [0, 'fresh'],
  [999, 'fresh'],
  [1_000, 'stale'],
  [3_600_000, 'stale'],
] as const)('after %i ms an answer is %s and says its age', ([ageMs, freshness]) => {
  const delivered = deliver(follow(undefined, passed()), at(answeredMs + ageMs));
  expect(delivered).toEqual({ freshness, reading: passed(), ageMs, since: noon });
});

test('a source that stops answering is failed and keeps its last answer with the age', () => {
  const standing = follow(follow(undefined, passed()), unknown(after(2_000)));
  expect(deliver(standing, at(answeredMs + 2_500))).toEqual({
    freshness: 'failed',
    reason: 'No answer.',
    at: after(2_000),
    durationMs: 1_500,
    since: after(2_000),
    lastGood: { reading: passed(), ageMs: 2_500 },
  });
});

test('a source that never answered has no last answer', () => {
  expect(deliver(follow(undefined, unknown()), at(0))).toMatchObject({ lastGood: null });
});

test('a reading from a clock that is ahead has no negative age', () => {
  expect(deliver(follow(undefined, passed(after(500))), at(0))).toMatchObject({ ageMs: 0 });
});
