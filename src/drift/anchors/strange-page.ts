import { memoised } from '#drift/repository/lazy.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { isOnSite } from '#drift/repository/sites.ts';
import { isPattern } from './globs.ts';
import { isPlaceholder, pathShape } from './path-text.ts';
import { candidatePaths, findPlace } from './places.ts';

/** How many files a page must name in vain before it can be about another project. */
const MIN_UNKNOWN = 3;

const otherProjects = definePart('pages of other projects', (repository) =>
  memoised((page) => namesOtherFiles(page, repository)),
);

/** Whether most of the files that a page names were never in this repository. */
export function isOfOtherProject(page: string, repository: Repository): boolean {
  // Pages for contributors name what they make, and a site's pages what is their readers'.
  if (isProjectPage(page) || isOnSite(page, repository)) return false;
  return repository.part(otherProjects)(page);
}

function namesOtherFiles(page: string, repository: Repository): boolean {
  const text = repository.read(page) ?? '';
  const names = new Set([...text.matchAll(/`([\w./-]{3,120})`/g)].map(([, name = '']) => name));
  let [found, unknown] = [0, 0];
  for (const name of names) {
    const shape = pathShape(name);
    if (!shape?.hasExtension || isPattern(name) || isPlaceholder(name)) continue;
    if (findPlace(shape.path, page, repository)) found += 1;
    else if (!wasHere(shape.path, page, repository)) unknown += 1;
  }
  return unknown >= MIN_UNKNOWN && unknown > found;
}

function wasHere(path: string, page: string, { history }: Repository): boolean {
  return candidatePaths(path, page).some((place) => history.removalOf(place) !== undefined);
}
