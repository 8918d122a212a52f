import { UsageError } from '#config/usage-error.ts';
import { audit, pagesToCheck } from '#drift/audit.ts';
import type { Report } from '#drift/check.ts';
import { RepositoryError, readRepository } from '#drift/repository/checkout.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { loadSqlParser } from '#drift/repository/sql-parser.ts';
import type { CheckRun, Scope } from './check-run.ts';
import { checkTerms } from './check-terms.ts';
import { createProgress } from './progress.ts';
import { readConfig } from './read-config.ts';
import { wantedPages } from './wanted-pages.ts';

/** Checks a revision, or the working tree. */
export async function computeReport(
  run: CheckRun,
  { revision, scope }: { revision: string | undefined; scope: Scope },
): Promise<Report> {
  const { asked, checked, around, config, today } = run;
  const progress = createProgress(around.notes, () => around.now().getTime());
  const terms = checkTerms({
    config: readConfig(config),
    configFile: config?.name ?? 'holdfast.config.json',
    ...{ asked, today },
  });
  const repository = openRepository(checked.top, revision);
  if (repository.files.paths.some((path) => path.endsWith('.sql'))) await loadSqlParser();
  const all = pagesToCheck(repository, terms);
  const named =
    scope === 'all-pages'
      ? undefined
      : namedPages({ words: asked.pages, below: checked.below, all });
  try {
    return audit(repository, { ...terms, only: named, onPage: progress.onPage });
  } finally {
    progress.end();
  }
}

function openRepository(top: string, revision: string | undefined): Repository {
  try {
    return readRepository(top, revision);
  } catch (error) {
    if (error instanceof RepositoryError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** The pages that the caller named, or those in the folder it called for; undefined for all. */
function namedPages(asked: {
  readonly words: readonly string[];
  readonly below: string;
  readonly all: readonly string[];
}): readonly string[] | undefined {
  const { words, below, all } = asked;
  if (words.length > 0)
    return wantedPages(
      words.map((word) => below + word),
      all,
    );
  return below === '' ? undefined : all.filter((page) => page.startsWith(below));
}
