import type { Check } from './check.ts';
import type { HistoryEntry, HistoryStore } from './history.ts';
import type { Lease } from './lease.ts';
import type { Recorder } from './recorder.ts';
import { runCheck, type Surroundings } from './run-check.ts';
import { runShared } from './shared-run.ts';

export type LookOptions = Surroundings & {
  name: string;
  check: Check;
  replica: string;
  history: HistoryStore;
  lease: Lease;
  recorder: Recorder;
};

/** A reading of the check, ours or that of another replica, and in the history. Never rejects. */
export async function look(options: LookOptions): Promise<HistoryEntry> {
  const { check, history, recorder, report } = options;
  if (check.scope === 'replica') {
    const entry = await take(options);
    recorder.keep(entry);
    return entry;
  }
  // Written before it is handed over: the other replicas wait for it in the history.
  const run = async () => {
    const entry = await take(options);
    await history.append([entry]).catch((error: unknown) => report('history', error));
    return entry;
  };
  return runShared({ ...options, run });
}

async function take(options: LookOptions): Promise<HistoryEntry> {
  const { name: checkName, replica, check } = options;
  return { checkName, replica, reading: await runCheck(check, options) };
}
