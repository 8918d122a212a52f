import { z } from 'zod';

/** What a test runner says of its own run. */
export const Report = z.strictObject({
  passed: z.int().min(0),
  failed: z.int().min(0),
  skipped: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
});
export type Report = z.infer<typeof Report>;

/** How a stage's process ended. `report` is what it sent, unread. */
export type Ending = {
  readonly exitCode: number | null;
  readonly output: string;
  readonly durationMs: number;
  readonly timedOut: boolean;
  readonly report?: unknown;
};

/** One stage of the gate, counted. `reason` says why it is red when its own output may not. */
export type Outcome = Report & {
  readonly stage: string;
  readonly durationMs: number;
  readonly output: string;
  readonly reason?: string;
};

const nothingRan: Report = { passed: 0, failed: 1, skipped: [] };

/** A stage that is one statement: it held or it did not. */
export function countStatement(stage: string, ending: Ending): Outcome {
  const { output, durationMs } = ending;
  const holds = ending.exitCode === 0 && !ending.timedOut;
  const counted = { stage, output, durationMs, skipped: [] };
  return holds
    ? { ...counted, passed: 1, failed: 0 }
    : { ...counted, passed: 0, failed: 1, reason: describeEnding(ending) };
}

/** A stage that is a run of tests: the runner counts, and a run that ended badly is never green. */
export function countTests(stage: string, ending: Ending): Outcome {
  const { output, durationMs } = ending;
  const counted = { stage, output, durationMs };
  const report = Report.safeParse(ending.report);
  if (!report.success) {
    return { ...counted, ...nothingRan, reason: `no report: ${describeEnding(ending)}` };
  }
  const { passed, failed, skipped } = report.data;
  if (passed + failed === 0)
    return { ...counted, ...report.data, failed: 1, reason: 'no test ran' };
  if (failed > 0 || ending.exitCode === 0) return { ...counted, passed, failed, skipped };
  return { ...counted, passed, failed: 1, skipped, reason: describeEnding(ending) };
}

/** A stage that cannot say anything, because a stage it builds on is red. */
export function countBlocked(stage: string, blocker: string): Outcome {
  const reason = `not run: it needs the stage "${blocker}", which failed`;
  return { stage, ...nothingRan, durationMs: 0, output: '', reason };
}

function describeEnding({ exitCode, timedOut, durationMs }: Ending): string {
  if (timedOut) return `stopped after its limit of ${Math.round(durationMs / 1000)} s`;
  return exitCode === null ? 'ended by a signal' : `exit code ${exitCode}`;
}
