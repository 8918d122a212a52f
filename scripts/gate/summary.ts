import type { Outcome } from './outcome.ts';

/** One stage in one line: state, name, time, counts, reason. */
export function describeOutcome({ stage, passed, failed, durationMs, reason }: Outcome): string {
  const state = failed === 0 ? 'ok  ' : 'FAIL';
  const seconds = (durationMs / 1000).toFixed(1).padStart(6);
  const counts = `${passed} passed, ${failed} failed`;
  return `${state} ${stage.padEnd(14)} ${seconds} s  ${counts}${reason ? ` (${reason})` : ''}`;
}

/** The report of the whole gate; its last line is "N passed, N failed[, N skipped]". */
export function summarise(outcomes: readonly Outcome[]): string {
  return [
    ...outcomes.filter(isRed).map(quoteOutput),
    '',
    ...outcomes.map(describeOutcome),
    ...outcomes.flatMap(listSkipped),
    '',
    totalLine(outcomes),
  ].join('\n');
}

/** Green: something passed and nothing failed. */
export function isGreen(outcomes: readonly Outcome[]): boolean {
  return !outcomes.some(isRed) && sum(outcomes, ({ passed }) => passed) > 0;
}

function isRed({ failed }: Outcome): boolean {
  return failed > 0;
}

function quoteOutput({ stage, output, reason }: Outcome): string {
  return `\n──── ${stage} ────\n${output.trimEnd() || (reason ?? 'no output')}`;
}

function listSkipped({ stage, skipped }: Outcome): string[] {
  return skipped.map(({ name, reason }) => `skip ${stage}: ${name} (${reason})`);
}

function totalLine(outcomes: readonly Outcome[]): string {
  const passed = sum(outcomes, (outcome) => outcome.passed);
  const failed = sum(outcomes, (outcome) => outcome.failed);
  const skipped = sum(outcomes, (outcome) => outcome.skipped.length);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function sum(outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + count(outcome), 0);
}
