import type { Report } from '#drift/check.ts';
import { brokenSince } from '#drift/since.ts';
import { type CheckRun, reportAt } from './check-run.ts';
import { commitOf } from './checked-repository.ts';
import { readChange, startOfChange } from './read-change.ts';

/** What the changes since a revision broke, on whatever page. */
export async function reportSince(run: CheckRun, since: string): Promise<Report> {
  const { git } = run.checked;
  const to = run.revision ?? 'HEAD';
  const from = startOfChange(git, { from: commitOf(git, since), to });
  const change = readChange(run.checked, { from, to: run.revision });
  const now = await reportAt(run, { revision: run.revision });
  if (change.changed.size === 0) return brokenSince(now, now, change);
  const before = await reportAt(run, { revision: from, scope: 'all-pages' });
  return brokenSince(now, before, change);
}
