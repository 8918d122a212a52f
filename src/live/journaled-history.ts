import { type HistoryStore, newest } from './history.ts';
import type { Journal } from './journal.ts';

/**
 * A store that does not lose the reading at hand: what it cannot keep waits in the journal and
 * follows, in order, with the next reading that arrives.
 */
export function createJournaledHistory({
  store,
  journal,
  report,
}: {
  store: HistoryStore;
  journal: Journal;
  report: (what: string, cause: unknown) => void;
}): HistoryStore {
  return {
    async append(entries) {
      const waiting = await journal.waiting();
      try {
        await store.append([...waiting, ...entries]);
      } catch (error) {
        report('history store', error);
        return journal.append(entries);
      }
      if (waiting.length > 0) await journal.forget(waiting);
    },
    async recent(checkName, limit) {
      const waiting = await journal.recent(checkName, limit);
      const stored = await store.recent(checkName, limit).catch((error: unknown) => {
        report('history store', error);
        return [];
      });
      return newest([...waiting, ...stored], limit);
    },
  };
}
