import { resolve } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import { baselineOf, compare, prune } from '#drift/baseline.ts';
import type { Report } from '#drift/check.ts';
import type { CheckArguments } from './arguments.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';

/** Lets the findings stand that a baseline knows, and changes the baseline as asked. */
export function settleBaseline(
  report: Report,
  { top, file, change }: { top: string; file: string; change: CheckArguments['baselineChange'] },
): Report {
  const path = resolve(top, file);
  const baseline = readBaseline(path);
  if (change === 'update') {
    if (baseline) throw new UsageError(`${file} exists, and a baseline never grows. Use --prune.`);
    writeBaseline(path, baselineOf(report));
    return compare(report, { baseline: baselineOf(report), file }).report;
  }
  if (!baseline) {
    throw new UsageError(`There is no baseline ${file}. Write one with --update-baseline.`);
  }
  if (change === 'none') return compare(report, { baseline, file }).report;
  const pruned = prune(baseline, report);
  writeBaseline(path, pruned);
  return compare(report, { baseline: pruned, file }).report;
}
