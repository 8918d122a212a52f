import type { Report } from '#drift/check.ts';
import type { CheckArguments } from './arguments.ts';
import { type CheckedRepository, commitOf } from './checked-repository.ts';
import { type ConfigFile, findConfig } from './find-config.ts';
import { createReportCache, noCache, type ReportCache, remembered } from './report-cache.ts';
import { beginWorkingTreeState, toolState } from './state-key.ts';
import type { Surroundings } from './surroundings.ts';

/** One call of `check`: what it was asked, where, and with which configuration. */
export type CheckRun = {
  readonly asked: CheckArguments;
  readonly checked: CheckedRepository;
  readonly around: Surroundings;
  /** The revision to read; undefined for the working tree. */
  readonly revision: string | undefined;
  readonly config: ConfigFile | undefined;
  readonly cache: ReportCache;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string;
};

/** Reads what every run needs, and nothing that a run from the cache can do without. */
export function createCheckRun(given: Pick<CheckRun, 'asked' | 'checked' | 'around'>): CheckRun {
  const { asked, checked, around } = given;
  return {
    ...given,
    revision: asked.rev ?? (checked.isBare ? 'HEAD' : undefined),
    config: checked.isBare ? undefined : findConfig(checked.top),
    cache: asked.isCaching ? createReportCache(checked.gitFolder) : noCache,
    today: around.now().toISOString().slice(0, 10),
  };
}

/** Which pages a report is about: those that the caller named, or all. */
export type Scope = 'asked-pages' | 'all-pages';

/** What a report is about: a revision, or the working tree where it is left out. */
export type Asked = { readonly revision?: string | undefined; readonly scope?: Scope };

/** The report on a revision, or on the working tree; from the cache where nothing changed. */
export async function reportAt(run: CheckRun, asked: Asked): Promise<Report> {
  return remembered(run.cache, await keyOf(run, asked), () => reportOn(run, asked));
}

/** The report on a revision, or on the working tree, whatever the cache holds. */
export async function reportOn(
  run: CheckRun,
  { revision, scope = 'asked-pages' }: Asked,
): Promise<Report> {
  const { computeReport } = await import('./compute-report.ts');
  return computeReport(run, { revision, scope });
}

/** Names everything that decides a report. */
export async function keyOf(
  { asked, cache, checked, config, today }: CheckRun,
  { revision, scope }: Asked,
): Promise<string> {
  const state =
    revision === undefined ? beginWorkingTreeState(checked) : () => commitOf(checked.git, revision);
  // Where nothing is kept, what checks is wanted for certain: it loads while git looks for changes.
  if (cache.isEmpty()) await import('./compute-report.ts');
  return JSON.stringify([
    toolState(),
    state(),
    revision === undefined ? 'tree' : 'revision',
    config ?? null,
    today,
    asked.kinds,
    scope === 'all-pages' ? [] : [asked.pages, checked.below],
  ]);
}
