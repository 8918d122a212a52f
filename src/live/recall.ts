import type { Clock } from './clock.ts';
import { withDeadline } from './deadline.ts';
import type { HistoryStore } from './history.ts';
import { follow, type Standing } from './standing.ts';

const RECALLED = 20;
// A history that does not answer must not keep a first reading from whoever waits for it.
const RECALL_MS = 300;

export type RecallOptions = {
  clock: Clock;
  history: HistoryStore;
  report: (what: string, cause: unknown) => void;
};

/** What the history says of a check that this process has not run yet. Never rejects. */
export async function recall(
  { clock, history, report }: RecallOptions,
  checkName: string,
): Promise<Standing | undefined> {
  const recalled = await withDeadline({ clock, timeoutMs: RECALL_MS }, () =>
    history.recent(checkName, RECALLED),
  );
  if (recalled.ended === 'crashed') report('history', recalled.error);
  if (recalled.ended !== 'answered') return undefined;
  return recalled.value.reduceRight<Standing | undefined>(
    (standing, { reading }) => follow(standing, reading),
    undefined,
  );
}
