import { isWithin, parentOf } from '#drift/repository/files.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import {
  applicationFolders,
  isHosted,
  isOnSite,
  isReadAtHost,
  siteFolders,
} from '#drift/repository/sites.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { servesFilesAlone } from './link-generator.ts';
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

/** How many pages a folder of a site needs, so that one more would be a file as well. */
const PAGES = 5;

const pagesIn = definePart('pages by folder', ({ files }) =>
  Map.groupBy(
    files.paths.filter((path) => /\.mdx?$/.test(path)),
    parentOf,
  ),
);

/** Whether a route would be a page beside several others, which the site serves from their files. */
export function isAmongPages(path: string, page: string, repository: Repository): boolean {
  if (!isRouteLike(path)) return false;
  const place = path.startsWith('/')
    ? folderFromRoot(path, page, repository)
    : folderBeside(path, page, repository);
  const pages = place === undefined ? [] : (repository.part(pagesIn).get(place) ?? []);
  return (
    pages.length >= PAGES &&
    !pages.some((each) => isCalledOtherwise(each, repository)) &&
    !isRedirected(path.startsWith('/') ? path : `/${nameIn(path)}`, repository)
  );
}

/** Whether a site that serves its files alone has no file for a route. */
export function lacksFile(path: string, page: string, repository: Repository): boolean {
  return (
    isRouteLike(path) &&
    repository.part(servesFilesAlone)(page) &&
    !isRedirected(path.startsWith('/') ? path : `/${nameIn(path)}`, repository)
  );
}

function nameIn(path: string): string {
  return /[^/]+(?=\/?$)/.exec(path)?.[0] ?? '';
}

// Where a site is made elsewhere, so are the redirects to what has moved.
function folderBeside(path: string, page: string, repository: Repository): string | undefined {
  const homes = [...repository.part(siteFolders), ...repository.part(applicationFolders)];
  const place = joinPath(parentOf(page), path.replace(/\/$/, ''));
  return place !== undefined && homes.some((home) => isWithin(page, home))
    ? parentOf(place)
    : undefined;
}

// The one folder of that name from which the site of the page serves an address.
function folderFromRoot(path: string, page: string, { files }: Repository): string | undefined {
  const folder = parentOf(path.replace(/\/$/, '').slice(1));
  if (folder === '') return undefined;
  const [place, ...others] = files
    .withSuffix(folder)
    .filter((each) => isWithin(page, each.slice(0, -folder.length - 1)));
  return others.length === 0 ? place : undefined;
}

// A day or a number before the name, or a name in the front matter: the file's own is not served.
function isCalledOtherwise(page: string, { read }: Repository): boolean {
  const name = page.slice(page.lastIndexOf('/') + 1);
  return (
    /^\d/.test(name) ||
    /^---\n(?:.*\n){0,30}?(?:slug|permalink|url|id|aliases|redirect_from):/.test(read(page) ?? '')
  );
}

const redirects =
  /(?:^|\/)(?:_redirects|redirects?[\w.-]*|(?:vercel|netlify|docs|mint|firebase|staticwebapp\.config)\.(?:json|toml)|(?:next|nuxt|astro|docusaurus|gatsby|svelte|vite)[-.]config\.\w+|middleware\.\w+|\.vitepress\/config\.\w+|mkdocs\.ya?ml|hugo\.\w+|nginx[\w.-]*\.conf|\.htaccess)$/i;

const redirectsPart = definePart('redirects', ({ files, read }): readonly string[] =>
  files.paths.filter((file) => redirects.test(file)).map((file) => read(file) ?? ''),
);

// Whoever renames a page leaves the old address where the host reads it; pages of an API are made.
function isRedirected(path: string, repository: Repository): boolean {
  const address = path.replace(/\/$/, '');
  const from = '(?:(?:source|from)["\']?\\s*[:=]\\s*["\'`]|^)';
  const above = foldersAbove(address.slice(1)).filter((folder) => folder !== '');
  const folders = above.map((folder) => RegExp.escape(folder)).join('|');
  const wild = new RegExp(`${from}/(?:${folders})/[:*(]`, 'm');
  return repository
    .part(redirectsPart)
    .some((text) => text.includes(address) || wild.test(text) || text.includes('"openapi"'));
}

/** Whether a link is the handle of a component: https://fractal.build/guide/components */
export function isComponent(path: string, page: string, { files }: Repository): boolean {
  const isHandle = /^[a-z\d-]+$/.test(path) && /(?:^|\/)components\//.test(page);
  const homes = isHandle ? files.named('fractal.config.js').map(parentOf) : [];
  return homes.some((home) => isWithin(page, home));
}

/** A folder of translations, by its language: `fr`, `pt-br`, `zh_CN`. */
const locale =
  /(?:^|.*\/)(?:ar|bn|cn|cs|da|de|el|es|fa|fi|fr|he|hi|hu|id|it|ja|jp|ko|kr|nb|nl|no|pl|pt|ro|ru|sv|th|tr|tw|uk|vi|zh)(?:[-_][a-zA-Z]{2,4})?\/(.+)$/;

/** Whether what is missing among translations is there in another language, which sites show instead. */
export function isTranslated(place: string | undefined, { files }: Repository): boolean {
  const [, rest] = locale.exec(place ?? '') ?? [];
  return rest !== undefined && /\/|^index\./.test(rest) && files.withSuffix(rest).length > 0;
}

/** Whether an application serves a file under an address to a page that it renders: `static/docs/a.png`. */
export function isAsset(path: string, page: string, { files }: Repository): boolean {
  return (
    path.startsWith('/') &&
    !isHosted(page) &&
    ['static', 'public'].some((folder) => files.withSuffix(folder + path).some(files.hasFile))
  );
}

/** Whether an address stands below the base of a site, which serves a file of it: `/docs/a.png`. */
export function isBelowBase(path: string, page: string, repository: Repository): boolean {
  const [, rest] = /^\/[\w-]+\/(.+\.\w+)$/.exec(path) ?? [];
  if (rest === undefined || !isOnSite(page, repository)) return false;
  const { files } = repository;
  const [, base = ''] = path.split('/');
  return ['static', 'public'].some(
    (folder) =>
      files.withSuffix(`${folder}/${rest}`).length > 0 &&
      !files.withSuffix(`${folder}/${base}`).some((each) => files.hasFolder(each)),
  );
}

/** What an application serves under an address to a page that it serves itself: `public/docs/a.md`. */
export function besideServed(
  path: string,
  page: string,
  { files }: Repository,
): string | undefined {
  const [, root] = /^((?:.*\/)?(?:public|static))\//.exec(page) ?? [];
  const place = root !== undefined && path.startsWith('/') ? root + path : undefined;
  return place !== undefined && files.hasFile(place) ? place : undefined;
}
