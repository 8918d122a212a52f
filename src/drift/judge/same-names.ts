import type { Missing } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { isLaterThan } from '#drift/repository/history.ts';
import { lazy } from '#drift/repository/lazy.ts';
import type { Repository } from '#drift/repository/repository.ts';

/**
 * Paths that history removed and that a bare file name stands for, wherever they were, when the name
 * is a long one of its own: half of all projects have had an `index.js`. Of those, one near the page
 * is meant.
 */
export function sameNames(
  { target, code }: Missing,
  mention: Mention,
  repository: Repository,
): readonly string[] {
  if (code !== 'path-missing' || target.includes('/')) return [];
  const { files, history } = repository;
  const removed = history
    .removedNamed(target)
    .filter((path) => !files.hasFile(path) && !isSampleOf(path, mention.page));
  const [only, another] = removed;
  if (only !== undefined && another === undefined && isDistinct(target)) return [only];
  const writtenOn = lazy(() => history.writtenOn(mention.page, mention.line));
  const later = removed.filter((path) => {
    const removal = history.removalOf(path);
    return removal && isLaterThan(removal, writtenOn());
  });
  return later.length === 1 ? later.filter((path) => isNear(path, mention.page, repository)) : [];
}

/** Whether a path was that of a sample, which may have had what any reader's project has. */
export function isSampleOf(path: string, page: string): boolean {
  const [, folder] =
    /^(.*?(?:^|\/)(?:demos?|examples?|fixtures?|playgrounds?|references|samples?|templates?))\//.exec(
      path,
    ) ?? [];
  return folder !== undefined && !page.startsWith(`${folder}/`);
}

/** How many other files of a folder a page must name, for a bare name to be one of them as well. */
const SIBLINGS = 2;

/** Whether a file lay below the page's folder, or among files that the page names. */
function isNear(path: string, page: string, { files, read }: Repository): boolean {
  const own = parentOf(page);
  if (own !== '' && path.startsWith(`${own}/`)) return true;
  const folder = parentOf(path);
  const text = read(page) ?? '';
  const siblings = files.paths.filter(
    (file) => parentOf(file) === folder && text.includes(`\`${file.slice(folder.length + 1)}\``),
  );
  return siblings.length >= SIBLINGS;
}

function isDistinct(name: string): boolean {
  const stem = name.replace(/\.\w+$/, '');
  return stem.length >= 10 && /[a-z][-_A-Z]/.test(stem) && !/\.config$|^\./.test(stem);
}
