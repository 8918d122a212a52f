import { memoised } from '#drift/repository/lazy.ts';
import { inOtherCase, isOneSlip, oneSlipApart } from '#drift/repository/near-words.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { fence } from './page-names.ts';

const MIN_LENGTH = 9;

/** How often the right spelling must stand on pages, for another one to be a slip of the pen. */
const OFTEN = 2;

/** How many times a word stands on the pages of the repository; the lines of a copy count once. */
const timesPart = definePart('words on pages', ({ files, read }) => {
  const pages = files.paths.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path));
  return memoised((word: string) => {
    const pattern = new RegExp(`(?<![\\w$])${RegExp.escape(word)}(?![\\w$])`, 'g');
    const lines = new Set<string>();
    for (const page of pages) {
      const text = read(page) ?? '';
      if (!text.includes(word)) continue;
      for (const line of text.split('\n')) if (line.includes(word)) lines.add(line);
    }
    return [...lines].reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0);
  });
});

/**
 * The one name of the sources from which another differs by one letter, or by two that changed
 * places, where the pages write it again and again, and the other once: a slip of the pen.
 */
export function slipOf(word: string, repository: Repository): string | undefined {
  if (word.length < MIN_LENGTH) return undefined;
  const near = oneSlipApart(word, repository) ?? inOtherCase(word, repository, MIN_LENGTH);
  const times = repository.part(timesPart);
  return near !== undefined && times(word) === 1 && times(near) >= OFTEN ? near : undefined;
}

/** How many letters a word needs that stands alone, and one behind what it belongs to. */
const ALONE = 6;
const BEHIND = 5;

/** A plain word, or the last of a chain: `Edtior`, `reply.context.confg`. */
const plain = /^(?:\w+\.)*([A-Za-z][a-z]+)$/;

/** The words of each page's code, with how often they stand there. */
const codeWordsPart = definePart('words of the code of pages', ({ read }) =>
  memoised((page: string): ReadonlyMap<string, number> => {
    const text = read(page) ?? '';
    const blocks = [...text.matchAll(fence)].map(([, , body = '']) => body);
    const spans = text.match(/`[^`\n]+`/g) ?? [];
    const times = new Map<string, number>();
    for (const word of [...blocks, ...spans].join(' ').match(/[A-Za-z]{5,}/g) ?? [])
      times.set(word, (times.get(word) ?? 0) + 1);
    return times;
  }),
);

/**
 * The word of the sources from which the last one of a code span differs by a letter too many, one
 * too few, or two that changed places, where the page's code has it again and again: `Edtior`.
 */
export function slipBeside(
  span: string,
  page: string,
  repository: Repository,
): { readonly word: string; readonly near: string } | undefined {
  const [, word = ''] = plain.exec(span) ?? [];
  const { find, isComplete } = repository.part(wordsPart);
  const isLong = word.length >= (word === span ? ALONE : BEHIND);
  if (!isLong || !isComplete || find(word) !== undefined) return undefined;
  const near = [...repository.part(codeWordsPart)(page)].filter(
    ([each, times]) =>
      times >= OFTEN &&
      each[0] === word[0] &&
      hasOtherLetters(word, each) &&
      isOneSlip(word, each) &&
      find(each) !== undefined,
  );
  const [only] = near;
  const isOnce = repository.part(timesPart)(word) === 1;
  return only && near.length === 1 && isOnce ? { word, near: only[0] } : undefined;
}

// One letter for another makes another word: `content` and `context`.
function hasOtherLetters(word: string, near: string): boolean {
  return word.length !== near.length || lettersOf(word) === lettersOf(near);
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}
