import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HistoryEntry, type HistoryStore, identity, newest } from './history.ts';

export type Journal = HistoryStore & {
  /** Everything that waits, oldest first. */
  waiting(): Promise<HistoryEntry[]>;
  /** Drops entries that have arrived elsewhere. */
  forget(entries: readonly HistoryEntry[]): Promise<void>;
};

/**
 * Readings that wait on disk, one JSON line each, while the database is down.
 * Beyond `limit` entries the oldest are dropped; a damaged line is skipped.
 */
export function createJournal({ file, limit }: { file: string; limit: number }): Journal {
  const inTurn = createTurns();
  const change = (next: (kept: HistoryEntry[]) => HistoryEntry[]) =>
    inTurn(async () => write(file, next(await read(file)).slice(-limit)));
  const waiting = () => inTurn(() => read(file));
  return {
    append: (entries) => change((kept) => [...kept, ...entries]),
    forget: (entries) => change((kept) => without(kept, entries)),
    waiting,
    async recent(checkName, count) {
      const own = (await waiting()).filter((entry) => entry.checkName === checkName);
      return newest(own, count);
    },
  };
}

/** Work on the file, one piece after the other, whatever became of the one before. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

function without(entries: readonly HistoryEntry[], gone: readonly HistoryEntry[]): HistoryEntry[] {
  const identities = new Set(gone.map(identity));
  return entries.filter((entry) => !identities.has(identity(entry)));
}

async function read(file: string): Promise<HistoryEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap(parseLine);
}

function parseLine(line: string): HistoryEntry[] {
  try {
    const entry = HistoryEntry.safeParse(JSON.parse(line));
    return entry.success ? [entry.data] : [];
  } catch {
    return [];
  }
}

// Written beside and renamed, so that a crash leaves the old journal or the new one.
async function write(file: string, entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length === 0) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.next`;
  await writeFile(beside, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  await rename(beside, file);
}
