import type { Report } from '#drift/check.ts';
import { brokenSince, type Change, pagesToCompare } from '#drift/since.ts';
import { type CheckRun, reportAt } from './check-run.ts';
import { commitOf } from './checked-repository.ts';
import { readChange, startOfChange } from './read-change.ts';

/** What the changes since a revision broke, on whatever page. */
export async function reportSince(run: CheckRun, since: string): Promise<Report> {
  const { checked, asked } = run;
  const now = await reportAt(run, { revision: asked.rev });
  const from = startOfChange(checked.git, commitOf(checked.git, since));
  const change = readChange(checked.git, {
    from,
    ...(asked.rev !== undefined && { to: asked.rev }),
  });
  return brokenSince(now, await reportBefore(run, { now, from, change }), change);
}

async function reportBefore(
  run: CheckRun,
  { now, from, change }: { now: Report; from: string; change: Change },
): Promise<Report> {
  const pages = pagesToCompare(now, change);
  return reportAt(run, { revision: from, only: pages });
}
