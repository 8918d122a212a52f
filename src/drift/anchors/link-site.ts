import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite, isReadAtHost, siteFolders } from '#drift/repository/sites.ts';
import { isInApplication } from './link-target.ts';
import { hasExtension } from './path-text.ts';

/** Whether the site that serves a page has what the repository does not: a route, a file. */
export function isOfSite(path: string, page: string, repository: Repository): boolean {
  if (isRouteLike(path) && isServed(path, page, repository)) return true;
  if (isRouteElsewhere(path, page, repository)) return true;
  if (!/^\/[^/]+\/.*\.\w+$/.test(path) || isReadAtHost(page)) return false;
  // `/images/x.png` where nothing here could serve `/images`: the site lives elsewhere.
  const [first = ''] = path.slice(1).split('/');
  const { files } = repository;
  const folders = [`public/${first}`, `static/${first}`].flatMap((name) => files.withSuffix(name));
  const sites = repository.part(siteFolders);
  if (sites.some((folder) => folder !== '' && page.startsWith(`${folder}/`))) return false;
  return folders.length === 0 && !files.hasFolder(first);
}

// `/docs/guides/x` where there is no `docs/guides`: the page is also shown on another site.
function isRouteElsewhere(path: string, page: string, { files }: Repository): boolean {
  const [, folder] = /^\/([\w-]+\/[\w-]+)\/./.exec(path) ?? [];
  if (folder === undefined || !isRouteLike(path) || /(?:^|\/)README\.md$/i.test(page)) return false;
  return !files.hasFolder(folder) && files.withSuffix(folder).length === 0;
}

function isServed(path: string, page: string, repository: Repository): boolean {
  return isOnSite(page, repository) || (path.startsWith('/') && isInApplication(page, repository));
}

/** Whether an address may be a route of a site, rather than a file. */
export function isRouteLike(path: string): boolean {
  return /\.html?$/.test(path) || !hasExtension(path.slice(path.lastIndexOf('/') + 1));
}
