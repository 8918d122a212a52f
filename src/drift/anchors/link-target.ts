import { isWithin, parentOf } from '#drift/repository/files.ts';
import type { Repository } from '#drift/repository/repository.ts';
import {
  applicationFolders,
  isHosted,
  isOnSite,
  isReadAtHost,
  orderedPages,
  siteFolders,
  withoutOrder,
} from '#drift/repository/sites.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { hasExtension } from './path-text.ts';
import { exists } from './places.ts';

/** A link's address in parts: the path as written, decoded, and the fragment behind `#`. */
export type Address = { readonly path: string; readonly fragment?: string };

// `crate::Router`, `fn@crate::run`, `crate#panics`: names that rustdoc resolves.
const rustItem =
  /::|^(?:attr|const|constant|derive|enum|field|fn|macro|method|mod|module|prim|primitive|static|struct|trait|type|union|value|variant)@|^(?:crate|self|super)(?:#|$)/;

/** Splits a relative or root-relative address; undefined for other schemes and odd forms. */
export function addressOf(url: string): Address | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^[<{[$]|[{}<>\s`]|^@/i.test(url)) return undefined;
  if (rustItem.test(url)) return undefined;
  const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const decoded = decode(path);
  if (decoded === undefined) return undefined;
  return { path: decoded, ...(fragment !== undefined && fragment !== '' && { fragment }) };
}

/** Percent-decoding that answers undefined instead of throwing. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The repository path of an absolute link into this repository on its default branch. */
export function ownPath(url: string, name: string | undefined): Address | undefined {
  if (name === undefined) return undefined;
  const match =
    /^https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:blob|tree|raw|edit)\/(?:main|master|develop(?:ment)?|HEAD)(?:\/([^?#]*))?(?:#(.*))?$/i.exec(
      url,
    );
  if (match?.[1]?.toLowerCase() !== name.toLowerCase()) return undefined;
  const path = decode(match[2] ?? '');
  return path === undefined
    ? undefined
    : { path: `/${path}`, ...(match[3] && { fragment: match[3] }) };
}

/** The file or folder that a relative link leads to, by the rules of GitHub and of sites. */
export function linkedPath(path: string, page: string, repository: Repository): string | undefined {
  const isRooted = path.startsWith('/');
  const base = isRooted ? '' : parentOf(page);
  const direct = joinPath(base, path.replace(/^\/+/, ''));
  if (direct !== undefined && (direct === '' || exists(direct, repository))) return direct;
  // A link to a page's file is one on every site.
  const isFile = !isRooted && /\.mdx?$/i.test(path);
  const isServed = isRooted
    ? isInApplication(page, repository)
    : // GitHub adds no extension to where a README leads.
      !isHosted(page) && !hasExtension(path.slice(path.lastIndexOf('/') + 1));
  const fromRoot = isFile ? fromContentRoot(path, page, repository) : undefined;
  if (fromRoot !== undefined) return fromRoot;
  if (!isFile && (isServed || isOnSite(page, repository))) {
    const routed = routedPath(path, page, repository);
    if (routed !== undefined) return routed;
  }
  return isShownFromRoot(page, repository) && exists(path, repository) ? path : undefined;
}

// Docusaurus looks for the file of a page from the folder of all pages as well.
function fromContentRoot(path: string, page: string, { files }: Repository): string | undefined {
  const isDocusaurus = ['js', 'ts'].some(
    (end) => files.named(`docusaurus.config.${end}`).length > 0,
  );
  if (!isDocusaurus || path.startsWith('.')) return undefined;
  const folders = foldersAbove(page).filter((folder) => folder !== '');
  return folders
    .map((folder) => joinPath(folder, path))
    .find((place) => place !== undefined && files.hasFile(place));
}

/** Whether a web application may serve the page, so that links from the root are its routes. */
export function isInApplication(page: string, repository: Repository): boolean {
  if (isReadAtHost(page) || !page.includes('/')) return false;
  return repository.part(applicationFolders).some((folder) => isWithin(page, folder));
}

// The marketplace of VS Code shows an extension's README as if it lay at the root.
function isShownFromRoot(page: string, { read }: Repository): boolean {
  if (!/\/README\.md$/i.test(page)) return false;
  const manifest = read(page.replace(/[^/]+$/, 'package.json')) ?? '';
  return /"engines"\s*:\s*\{[^}]*"vscode"/.test(manifest);
}

const pageForms = [
  '',
  '.md',
  '.mdx',
  '/index.md',
  '/index.mdx',
  '/README.md',
  '/_index.md',
  '/page.mdx',
  '/page.tsx',
  '.html.md',
  '/index.html.md',
  '.erb',
  '.md.erb',
  '.html.erb',
  '.html.md.erb',
  '/index.html.md.erb',
];

function routedPath(path: string, page: string, repository: Repository): string | undefined {
  if (path.startsWith('/')) {
    const [served] = servedPages(path, page, repository);
    const ordered = repository.part(orderedPages);
    return served ?? firstWith(formsOf(path), (form) => ordered.withSuffix(form, page));
  }
  const clean = path.replace(/\/+$/, '').replace(/\.html$/, '');
  const asFolder = page.replace(/(?:\/index|\/README)?\.mdx?$/i, '');
  const bases = [parentOf(page), asFolder];
  const candidates = bases.flatMap((base) => pageForms.map((form) => joinPath(base, clean + form)));
  const found = firstWith(candidates, (candidate) =>
    candidate !== undefined && candidate !== '' && exists(candidate, repository)
      ? candidate
      : undefined,
  );
  return found ?? orderedPage(candidates, repository) ?? servedFile(path, page, repository);
}

/** The pages that a link from the root of a site may lead to, the likeliest first. */
export function servedPages(path: string, page: string, repository: Repository): readonly string[] {
  const found = formsOf(path).flatMap((form) =>
    repository.files
      .withSuffix(form)
      .filter((file) => isServedAs(file, repository))
      // The root of a site lies above its pages.
      .map((file) => ({ file, isAbove: isWithin(page, file.slice(0, -form.length - 1)) })),
  );
  const ranked = found.toSorted(
    (a, b) => Number(b.isAbove) - Number(a.isAbove) || a.file.length - b.file.length,
  );
  return ranked.map(({ file }) => file);
}

function formsOf(path: string): readonly string[] {
  const suffix = path
    .replace(/\/+$/, '')
    .replace(/\.html$/, '')
    .slice(1);
  return suffix === '' ? [] : [path.slice(1), ...pageForms.map((form) => suffix + form)];
}

function orderedPage(
  candidates: readonly (string | undefined)[],
  repository: Repository,
): string | undefined {
  const { servedAs } = repository.part(orderedPages);
  return firstWith(candidates, (path) =>
    path === undefined ? undefined : servedAs(withoutOrder(path)),
  );
}

// A folder of sources, or its README, is no page of a site elsewhere.
function isServedAs(file: string, repository: Repository): boolean {
  const folders = repository.part(siteFolders);
  const isPlace = /\/README\.md$/i.test(file) || repository.files.hasFolder(file);
  return !isPlace || folders.some((folder) => isWithin(file, folder));
}

// Pictures of a site lie in a folder of its generator's choice: `public/`, `static/`, `assets/`.
function servedFile(path: string, page: string, repository: Repository): string | undefined {
  if (!/^\w[^:]*\/[^/]+\.(?:png|jpe?g|gif|svg|webp|avif|pdf)$/i.test(path)) return undefined;
  const [only, ...more] = isOnSite(page, repository) ? repository.files.withSuffix(path) : [];
  return more.length === 0 ? only : undefined;
}

function firstWith<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
