import { expect, test } from 'vitest';
import type { Outcome } from '#live/check.ts';
import type { HistoryStore } from '#live/history.ts';
import { createMemoryHistory } from '#live/memory-history.ts';
import { settle } from './fake-clock.ts';
import { entryOf, unknown } from './readings.ts';
import { pass, runnerWith } from './runner-of-one.ts';

const never = () => new Promise<Outcome>(() => undefined);

test('a hundred people who ask at once share one run', async () => {
  const { ask, read } = runnerWith();
  const deliveries = await Promise.all(Array.from({ length: 100 }, () => ask()));
  expect(read).toHaveBeenCalledOnce();
  expect(deliveries.every((each) => each?.freshness === 'fresh')).toBe(true);
});

test('a fresh reading is served without another run', async () => {
  const { ask, read, clock } = runnerWith();
  await ask();
  await clock.advance(999);
  expect(await ask()).toMatchObject({ freshness: 'fresh', ageMs: 999 });
  expect(read).toHaveBeenCalledOnce();
});

test('an old reading is replaced while the asker waits', async () => {
  const { ask, read, clock } = runnerWith();
  await ask();
  await clock.advance(60_000);
  expect(await ask()).toMatchObject({ freshness: 'fresh', ageMs: 0 });
  expect(read).toHaveBeenCalledTimes(2);
});

test('whoever has no patience gets the old reading, marked stale, and the run goes on', async () => {
  const { ask, read, clock } = runnerWith();
  await ask();
  await clock.advance(60_000);
  const slow = Promise.withResolvers<Outcome>();
  read.mockReturnValueOnce(slow.promise);
  const impatient = ask(300);
  await clock.advance(300);
  expect(await impatient).toMatchObject({ freshness: 'stale', ageMs: 60_300 });
  slow.resolve(pass);
  await settle();
  expect(await ask()).toMatchObject({ freshness: 'fresh' });
  expect(read).toHaveBeenCalledTimes(2);
});

test('a first reading that takes too long is failed, not green', async () => {
  const { ask, read, clock } = runnerWith();
  read.mockImplementation(never);
  const asked = ask(300);
  await clock.advance(300);
  expect(await asked).toMatchObject({ freshness: 'failed', lastGood: null });
});

test('a source that goes down keeps its last answer, and recovers by itself', async () => {
  const { ask, read, clock } = runnerWith();
  await ask();
  await clock.advance(5_000);
  read.mockRejectedValueOnce(new Error('down'));
  expect(await ask()).toMatchObject({
    freshness: 'failed',
    since: '2026-11-23T04:00:05.000Z',
    lastGood: { reading: { status: 'pass' }, ageMs: 5_000 },
  });
  await clock.advance(1_000);
  expect(await ask()).toMatchObject({ freshness: 'fresh', since: '2026-11-23T04:00:06.000Z' });
});

test('a failing source is not asked more often than a healthy one', async () => {
  const { ask, read } = runnerWith();
  read.mockRejectedValue(new Error('down'));
  await ask();
  await ask();
  expect(read).toHaveBeenCalledOnce();
});

test('after a restart the history says since when a source is away', async () => {
  const history = createMemoryHistory({ limit: 10 });
  await history.append([entryOf(unknown('2026-11-23T03:00:00.000Z'), 'database', 'before')]);
  const { ask, read } = runnerWith({ history });
  read.mockRejectedValue(new Error('down'));
  expect(await ask()).toMatchObject({ freshness: 'failed', since: '2026-11-23T03:00:00.000Z' });
});

test('a history that hangs or fails does not keep a reading from its asker', async () => {
  const history: HistoryStore = {
    append: () => Promise.reject(new Error('down')),
    recent: () => new Promise(() => undefined),
  };
  const { ask, clock } = runnerWith({ history });
  const asked = ask(2_000);
  await clock.advance(1_500);
  expect(await asked).toMatchObject({ freshness: 'fresh' });
});

test('the history keeps changes at once and the same status once a minute', async () => {
  const { ask, read, clock, history, runner } = runnerWith();
  for (const seconds of [0, 10, 10, 45, 10]) {
    await clock.advance(seconds * 1_000);
    await ask();
  }
  read.mockRejectedValueOnce(new Error('down'));
  await clock.advance(1_000);
  await ask();
  await runner.settled();
  const kept = await history.recent('database', 10);
  expect(kept.map(({ reading }) => `${reading.at.slice(14, 19)} ${reading.status}`)).toEqual([
    '01:16 unknown',
    '01:05 pass',
    '00:00 pass',
  ]);
});

test('asking for a check that does not exist names those that do', async () => {
  const { runner } = runnerWith();
  await expect(async () => runner.askAll(['databse'], 100)).rejects.toThrow(
    'No check "databse". There are: database.',
  );
});
