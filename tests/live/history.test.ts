import { appendFile, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { HistoryStore } from '#live/history.ts';
import { createJournal } from '#live/journal.ts';
import { createJournaledHistory } from '#live/journaled-history.ts';
import { createMemoryHistory } from '#live/memory-history.ts';
import { historyStoreContract } from './history-store-contract.ts';
import { after, entryOf, passed } from './readings.ts';

async function journalFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'journal-')), 'nested', 'readings.jsonl');
}

async function openJournal(limit = 100) {
  return createJournal({ file: await journalFile(), limit });
}

/** A store that can be switched off, with a journal in front. */
async function openJournaled() {
  const store = createMemoryHistory({ limit: 100 });
  const state = { isUp: true };
  const fail = () => Promise.reject(new Error('down'));
  const switched: HistoryStore = {
    append: (entries) => (state.isUp ? store.append(entries) : fail()),
    recent: (name, limit) => (state.isUp ? store.recent(name, limit) : fail()),
  };
  const journal = await openJournal();
  const history = createJournaledHistory({ store: switched, journal, report: vi.fn() });
  return { history, journal, store, state };
}

historyStoreContract('the memory', async () => createMemoryHistory({ limit: 100 }));
historyStoreContract('the journal', () => openJournal());
historyStoreContract('the journaled store', async () => (await openJournaled()).history);
historyStoreContract('the journaled store without its database', async () => {
  const { history, state } = await openJournaled();
  state.isUp = false;
  return history;
});

test('the journal is bounded: the oldest readings go first', async () => {
  const journal = await openJournal(3);
  for (const ms of [1, 2, 3, 4, 5]) await journal.append([entryOf(passed(after(ms)))]);
  const waiting = await journal.waiting();
  expect(waiting.map(({ reading }) => reading.at)).toEqual([after(3), after(4), after(5)]);
});

test('the journal survives a restart and a damaged line', async () => {
  const file = await journalFile();
  await createJournal({ file, limit: 10 }).append([entryOf(passed())]);
  await appendFile(file, '{"checkName":"database","rep');
  const reopened = createJournal({ file, limit: 10 });
  await reopened.append([entryOf(passed(after(1)))]);
  expect(await reopened.waiting()).toEqual([entryOf(passed()), entryOf(passed(after(1)))]);
});

test('the journal loses nothing when many write at once, and leaves no other file', async () => {
  const file = await journalFile();
  const journal = createJournal({ file, limit: 100 });
  const writes = Array.from({ length: 20 }, (_, ms) =>
    journal.append([entryOf(passed(after(ms)))]),
  );
  await Promise.all(writes);
  expect(await journal.waiting()).toHaveLength(20);
  expect(await readdir(join(file, '..'))).toEqual(['readings.jsonl']);
});

test('readings wait in the journal while the database is down and follow when it returns', async () => {
  const { history, journal, store, state } = await openJournaled();
  state.isUp = false;
  await history.append([entryOf(passed(after(1)))]);
  await history.append([entryOf(passed(after(2)))]);
  expect(await journal.waiting()).toHaveLength(2);
  state.isUp = true;
  await history.append([entryOf(passed(after(3)))]);
  expect(await store.recent('database', 10)).toHaveLength(3);
  expect(await journal.waiting()).toEqual([]);
});
