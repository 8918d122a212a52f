import type { Check, Sources } from './check.ts';
import type { Clock } from './clock.ts';
import { type Ended, withDeadline } from './deadline.ts';
import { Reading } from './reading.ts';

export type Surroundings = {
  clock: Clock;
  /** Makes the sources of one run; the signal ends its calls. */
  sources: (signal: AbortSignal) => Sources;
  /** Receives the cause of a failure for the log; it never reaches a reader. */
  report: (what: string, cause: unknown) => void;
};

/** One look at one source. Whatever happens there becomes a reading; it never rejects. */
export async function runCheck(
  check: Check,
  { clock, sources, report }: Surroundings,
): Promise<Reading> {
  const startedMs = clock.now();
  const run = await withDeadline({ clock, timeoutMs: check.timeoutMs }, async (signal) =>
    check.read(sources(signal)),
  );
  if (run.ended === 'crashed') report(`check "${check.title}"`, run.error);
  const taken = {
    at: new Date(startedMs).toISOString(),
    durationMs: Math.max(0, clock.now() - startedMs),
  };
  const reading = Reading.safeParse({ ...outcomeOf(run, check), ...taken });
  if (reading.success) return reading.data;
  report(`check "${check.title}" answered out of form`, reading.error);
  return { ...unknown('The answer had a form that could not be read.'), ...taken };
}

function outcomeOf(run: Ended<unknown>, { timeoutMs }: Check): object {
  if (run.ended === 'late') {
    return unknown(`No answer within ${timeoutMs.toLocaleString('en')} ms.`);
  }
  if (run.ended === 'crashed') return unknown('The check stopped before it had an answer.');
  return typeof run.value === 'object' && run.value !== null ? run.value : {};
}

function unknown(reason: string) {
  return { status: 'unknown' as const, summary: 'Unknown', reason };
}
