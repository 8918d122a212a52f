import type { Report } from '#drift/check.ts';
import { brokenSince, type Change, pagesToCompare } from '#drift/since.ts';
import { type CheckRun, reportAt } from './check-run.ts';
import { commitOf } from './checked-repository.ts';
import { readChange, startOfChange } from './read-change.ts';

/** What the changes since a revision broke, on whatever page. */
export async function reportSince(run: CheckRun, since: string): Promise<Report> {
  const { git } = run.checked;
  const now = await reportAt(run, { revision: run.revision });
  const to = run.revision ?? 'HEAD';
  const from = startOfChange(git, { from: commitOf(git, since), to });
  const change = readChange(git, { from, ...(run.revision !== undefined && { to }) });
  return brokenSince(now, await reportBefore(run, { now, from, change }), change);
}

async function reportBefore(
  run: CheckRun,
  { now, from, change }: { now: Report; from: string; change: Change },
): Promise<Report> {
  const pages = pagesToCompare(now, change);
  return reportAt(run, { revision: from, only: pages });
}
