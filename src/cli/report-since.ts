import type { Report } from '#drift/check.ts';
import { brokenSince } from '#drift/since.ts';
import { type CheckRun, keyOf, reportAt, reportOn } from './check-run.ts';
import { commitOf } from './checked-repository.ts';
import { readChange, startOfChange } from './read-change.ts';
import { remembered } from './report-cache.ts';

/** What the changes since a revision broke, on whatever page. */
export async function reportSince(run: CheckRun, since: string): Promise<Report> {
  const { git } = run.checked;
  const from = startOfChange(git, { from: commitOf(git, since), to: run.revision ?? 'HEAD' });
  const key = await keyOf(run, { revision: run.revision });
  return remembered(run.cache, JSON.stringify([key, 'since', from]), () =>
    compareWith(run, { from, key }),
  );
}

async function compareWith(
  run: CheckRun,
  { from, key }: { from: string; key: string },
): Promise<Report> {
  const { cache, checked, revision } = run;
  const change = readChange(checked, { from, to: revision });
  const now = await remembered(cache, key, () => reportOn(run, { revision }));
  if (change.changed.size === 0) return brokenSince(now, now, change);
  const before = await reportAt(run, { revision: from, scope: 'all-pages' });
  return brokenSince(now, before, change);
}
