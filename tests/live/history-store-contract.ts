import { expect, test } from 'vitest';
import type { HistoryStore } from '#live/history.ts';
import { after, entryOf, failed, passed, unknown } from './readings.ts';

/** What every history store does. `open` gives an empty one. */
export function historyStoreContract(name: string, open: () => Promise<HistoryStore>): void {
  test(`${name} gives back what it was given, whatever its status`, async () => {
    const history = await open();
    const readings = [passed(after(1)), failed(after(2)), unknown(after(3))];
    await history.append(readings.map((reading) => entryOf(reading)));
    const kept = await history.recent('database', 10);
    expect(kept.map(({ reading }) => reading)).toEqual(readings.toReversed());
  });

  test(`${name} gives the newest first, whatever order they came in`, async () => {
    const history = await open();
    for (const ms of [2, 3, 1]) await history.append([entryOf(passed(after(ms)))]);
    const kept = await history.recent('database', 2);
    expect(kept.map(({ reading }) => reading.at)).toEqual([after(3), after(2)]);
  });

  test(`${name} keeps checks apart`, async () => {
    const history = await open();
    await history.append([entryOf(passed(), 'database'), entryOf(failed(), 'storage')]);
    expect(await history.recent('storage', 10)).toEqual([entryOf(failed(), 'storage')]);
  });

  test(`${name} knows nothing of a check that never ran`, async () => {
    const history = await open();
    await history.append([]);
    expect(await history.recent('database', 10)).toEqual([]);
  });
}
