import type { Mention } from '#drift/claims/mention.ts';
import { memoised } from '#drift/repository/lazy.ts';
import { inOtherCase, nearSpelling, shuffledSpelling } from '#drift/repository/near-words.ts';
import { isSkill } from '#drift/repository/project-page.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';
import type { Resolution } from './anchor.ts';
import { fence } from './page-names.ts';
import { slipOf } from './slip.ts';
import { symbolIn } from './symbol-names.ts';

const MIN_LENGTH = 10;
const MIN_FOUND = 5;
const MIN_SHARE = 0.8;

/** Pages that tell of other times or other products; their names need not be spelt as the code's. */
const NARRATIVE =
  /(?:^|[/_-])(?:blogs?|posts?|news|changelogs?|releases?|release-notes|history|stories|case-stud(?:y|ies)|use-cases?|rfcs?|adrs?|proposals?)(?:[/_.-]|$)/i;

/** What a page tells not to write. */
const discouraged =
  /\b(?:misspel(?:t|led|ling)|typos?|avoid|never|rather than|instead of)\b|\b(?:do not|don['’]t) (?:call|name|use|write)\b|, not\s/i;

type Names = { readonly found: number; readonly all: number };

const namesPart = definePart('names-on-pages', (repository) =>
  memoised((page) => countNames(page, repository)),
);

type Question = {
  readonly repository: Repository;
  readonly mention: Mention;
  /** What it is a slip of the pen for, where that is known. */
  readonly meant: string | undefined;
};

/** A name that no source holds on a page of this code, while one a letter or two away is held. */
export function misspeltIn(
  word: string,
  { repository, mention, meant }: Question,
): Resolution | undefined {
  if (!meant && word.length < MIN_LENGTH) return undefined;
  if (NARRATIVE.test(mention.page)) return undefined;
  const isOurs = !isSkill(mention.page);
  const beyondDoubt = isOurs
    ? (meant ?? inOtherCase(word, repository) ?? slipOf(word, repository))
    : undefined;
  if (beyondDoubt === undefined && !describesSources(mention.page, repository)) return undefined;
  if (isSpeltInCode(word, repository.read(mention.page) ?? '')) return undefined;
  if (discouraged.test(mention.context.block)) return undefined;
  const nearest =
    beyondDoubt ?? nearSpelling(word, repository) ?? shuffledSpelling(word, repository);
  const evidence = nearest === undefined ? undefined : repository.part(wordsPart).find(nearest);
  if (nearest === undefined || evidence === undefined) return undefined;
  return {
    status: 'contradicted',
    code: 'symbol-misspelt',
    target: word,
    actual: nearest,
    evidence,
    nearest,
    fix: mention.text.replace(word, nearest),
  };
}

// The page's own code may be of another program, which spells it so.
function isSpeltInCode(word: string, page: string): boolean {
  return [...page.matchAll(fence)].some(([, , body = '']) => body.includes(word));
}

/** Whether the page documents this repository: nearly all identifiers on it are in the sources. */
function describesSources(page: string, repository: Repository): boolean {
  const { found, all } = namesOn(page, repository);
  return found >= MIN_FOUND && found / Math.max(1, all - 1) >= MIN_SHARE;
}

/** How many identifiers a page names, and how many of them the sources hold. */
export function namesOn(page: string, repository: Repository): Names {
  return repository.part(namesPart)(page);
}

function countNames(page: string, repository: Repository): Names {
  const { find } = repository.part(wordsPart);
  const names = new Set<string>();
  for (const match of (repository.read(page) ?? '').matchAll(/`([^`\n]{3,160})`/g)) {
    for (const word of symbolIn(match[1] ?? '')?.words ?? []) names.add(word);
  }
  const found = [...names].filter((name) => find(name) !== undefined).length;
  return { found, all: names.size };
}
