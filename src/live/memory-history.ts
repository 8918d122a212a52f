import { type HistoryEntry, type HistoryStore, newest } from './history.ts';

/** Keeps readings for the life of the process, the newest `limit` of them. */
export function createMemoryHistory({ limit }: { limit: number }): HistoryStore {
  let kept: HistoryEntry[] = [];
  return {
    async append(entries) {
      kept = [...kept, ...entries].slice(-limit);
    },
    async recent(checkName, count) {
      const own = kept.filter((entry) => entry.checkName === checkName);
      return newest(own, count);
    },
  };
}
