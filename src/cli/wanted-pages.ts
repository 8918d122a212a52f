import picomatch from 'picomatch';
import { UsageError } from '#config/usage-error.ts';
import { nearestName } from '#drift/nearest.ts';

/** The pages that the words of a command line mean: files, folders or patterns. */
export function wantedPages(words: readonly string[], all: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => pagesOfWord(word, all)))];
}

function pagesOfWord(word: string, all: readonly string[]): readonly string[] {
  const path = word.replace(/^\.\//, '').replace(/\/$/, '');
  const isMatch = picomatch(path, { dot: true });
  const found = all.filter((page) => page === path || page.startsWith(`${path}/`) || isMatch(page));
  if (found.length > 0) return found;
  const nearest = nearestName(path, all);
  const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new UsageError(
    `No page is called "${word}", counted from the top of the repository.${guess}`,
  );
}
