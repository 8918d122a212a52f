import type { HistoryEntry, HistoryStore } from './history.ts';
import { ageMs } from './standing.ts';

const HEARTBEAT_MS = 60_000;

export type Recorder = {
  /** Keeps a reading that changed the status, and one a minute while it stays. */
  keep(entry: HistoryEntry): void;
  /** Resolves when everything handed in so far is kept or reported. */
  settled(): Promise<void>;
};

/** Writes readings behind the answer: nobody waits for the history. */
export function createRecorder({
  history,
  report,
}: {
  history: HistoryStore;
  report: (what: string, cause: unknown) => void;
}): Recorder {
  const kept = new Map<string, HistoryEntry>();
  let writing = Promise.resolve();
  return {
    keep(entry) {
      if (!isNews(kept.get(entry.checkName), entry)) return;
      kept.set(entry.checkName, entry);
      writing = writing
        .then(() => history.append([entry]))
        .catch((error: unknown) => report('history', error));
    },
    settled: () => writing,
  };
}

function isNews(before: HistoryEntry | undefined, { reading }: HistoryEntry): boolean {
  if (before === undefined || before.reading.status !== reading.status) return true;
  return ageMs(before.reading, Date.parse(reading.at)) >= HEARTBEAT_MS;
}
