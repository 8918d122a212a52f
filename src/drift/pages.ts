import { notOursPart } from '#drift/repository/not-ours.ts';
import type { Repository } from '#drift/repository/repository.ts';

/** Test data by its name: `a.input.mdx`, or `syntax_test_a.md` of a grammar. */
const testData = /\.(?:input|output|expected)\.mdx?$|(?:^|\/)syntax_test_[^/]*$/;

const markdown = /\.(?:md|mdx|markdown)$/i;

/** The words of others, copied. */
const licence =
  /(?:^|\/)(?:COPYING|LICEN[CS]E|NOTICE)(?:[-._](?:APACHE|BSD|CC|GPL|MIT|MPL)[\w.-]*)?\.\w+$/i;

/** Folders whose pages are not this repository's word: dependencies, test data, generated text. */
const foreign =
  /-v?\d+\.\d+\.\d+\/|^(?!docs?\/)(?:.+\/)?(?:e2e|testing|tests?)\/(?:.+\/)?(?:content|data|files|inputs?|samples)\/|(?:^|\/)(?:node_modules|vendor|third[_-]party|bower_components|__fixtures__|fixtures?|testdata|test-data|__snapshots__|__mocks__|\.yarn|\.git|dist|build|out|coverage|\.changeset)\//i;

/** What a program under test reads: beside its tests, only what is called so speaks to people. */
const ofTests =
  /^(?!docs?\/)(?:.+\/)?(?:e2e|testing|tests?|__tests__)\/(?!(?:.*\/)?(?:docs?\/|[A-Z][A-Z_-]{3,}[^/]*$|readme\b))/;

/** The pages that are checked when nobody says which: all Markdown that people here have written. */
export function pagesOf(repository: Repository): readonly string[] {
  const isNotOurs = repository.part(notOursPart);
  return repository.files.paths
    .filter(
      (path) =>
        markdown.test(path) &&
        !foreign.test(path) &&
        !testData.test(path) &&
        !ofTests.test(path) &&
        !licence.test(path) &&
        !isNotOurs(path),
    )
    .sort();
}
