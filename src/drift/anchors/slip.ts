import { memoised } from '#drift/repository/lazy.ts';
import { oneSlipApart } from '#drift/repository/near-words.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';

const MIN_LENGTH = 9;

/** How often the right spelling must stand on pages, for another one to be a slip of the pen. */
const OFTEN = 2;

/** How many times a word stands on the pages of the repository. */
const timesPart = definePart('words on pages', ({ files, read }) => {
  const pages = files.paths.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path));
  return memoised((word: string) => {
    const pattern = new RegExp(`(?<![\\w$])${RegExp.escape(word)}(?![\\w$])`, 'g');
    return pages.reduce((sum, page) => {
      const text = read(page) ?? '';
      return text.includes(word) ? sum + (text.match(pattern)?.length ?? 0) : sum;
    }, 0);
  });
});

/**
 * The one name of the sources from which another differs by one letter, or by two that changed
 * places, where the pages write it again and again, and the other once: a slip of the pen.
 */
export function slipOf(word: string, repository: Repository): string | undefined {
  if (word.length < MIN_LENGTH) return undefined;
  const near = oneSlipApart(word, repository);
  const times = repository.part(timesPart);
  return near !== undefined && times(word) === 1 && times(near) >= OFTEN ? near : undefined;
}
