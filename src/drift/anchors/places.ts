import { parentOf } from '#drift/repository/files.ts';
import { isLaterThan } from '#drift/repository/history.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { foldersAbove, joinPath } from './folder.ts';

/** Where a path of a page was found: the repository path, and how far the page's base was. */
export type Place = { readonly path: string; readonly note?: string };

/** Paths that a relative path of a page may mean: from the root, the page's folder, those above. */
export function candidatePaths(path: string, page: string): readonly string[] {
  const bases = /^\.\.?(?:\/|$)/.test(path) ? [...foldersAbove(page)] : ['', ...foldersAbove(page)];
  const joined = bases.map((base) => joinPath(base, path.replace(/^\/+/, '')));
  return [...new Set(joined.filter((candidate) => candidate !== undefined))];
}

/**
 * Finds a path as a reader would: from the root, from the page's folder and those above it, by a
 * unique ending, by its tail behind a machine's prefix.
 */
export function findPlace(path: string, page: string, repository: Repository): Place | undefined {
  const { files } = repository;
  const exact = exactPlace(path, page, repository);
  if (exact !== undefined) return { path: exact };
  const suffix = path.replace(/^(?:\.{0,2}\/)+/, '');
  const endings = files.withSuffix(suffix);
  const [first] = endings;
  if (first !== undefined && endings.length === 1) return { path: first, note: 'by its ending' };
  if (first !== undefined) {
    return { path: nearestTo(page, endings), note: `one of ${endings.length} by its ending` };
  }
  const tail = path.startsWith('/') ? machineTail(suffix, repository) : undefined;
  return tail === undefined ? undefined : { path: tail, note: 'behind a machine prefix' };
}

function exactPlace(path: string, page: string, repository: Repository): string | undefined {
  const isFromRoot = joinPath('', path) === path && exists(path, repository);
  if (isFromRoot && !path.startsWith('.')) return path;
  return candidatePaths(path, page).find((candidate) => exists(candidate, repository));
}

/** Whether a commit took a path away after a line of a page was written. */
export function isRemovedSince(
  place: string,
  { page, line }: { readonly page: string; readonly line: number },
  history: Repository['history'],
): boolean {
  const removal = history.removalOf(place);
  return removal !== undefined && isLaterThan(removal, history.writtenOn(page, line));
}

/** What became a sample is made anew from it, and a hidden file by whoever needs it. */
const local =
  /(?:^|\/)\.[^/]*$|(?:^|[./_-])(?:default|example|sample|template|tmpl|tpl)s?(?=[./_-]|$)|\.(?:dist|in|j2|erb)$/;

/** Folders into which programs write: what moved out of one became its source. */
const built = /(?:^|\/)(?:build|dist|generated|lib|out|target)(?:\/|$)/;

/** Whether a commit moved a path elsewhere in the repository after a line of a page was written. */
export function hasMovedSince(
  place: string,
  mention: { readonly page: string; readonly line: number },
  history: Repository['history'],
): boolean {
  const movedTo = history.removalOf(place)?.movedTo;
  if (movedTo === undefined || local.test(movedTo)) return false;
  return (!built.test(place) || built.test(movedTo)) && isRemovedSince(place, mention, history);
}

/**
 * Where a path lay, or the folder that held it, when a commit moved that elsewhere after a line of
 * a page was written: what git ignores at the old place today does not make it anew.
 */
export function movedSince(
  path: string,
  mention: { readonly page: string; readonly line: number },
  { files, history }: Repository,
): string | undefined {
  const hasMoved = (place: string) => hasMovedSince(place, mention, history);
  for (const place of candidatePaths(path, mention.page)) {
    if (hasMoved(place)) return place;
    const folder = parentOf(place);
    if (folder.includes('/') && !files.hasFolder(folder) && hasMoved(folder)) return folder;
  }
  return undefined;
}

/** Whether a path is a tracked file or folder. */
export function exists(path: string, { files }: Repository): boolean {
  return files.hasFile(path) || files.hasFolder(path);
}

/** Whether a path is a file that git ignores, or lies where this repository holds nothing. */
export function isElsewhere(path: string, page: string, { files }: Repository): boolean {
  const bare = path.replace(/^\/+|\/+$/g, '');
  const [first = ''] = bare.split('/');
  // `app/a.rb` on a page below `doc/` is no file of an ignored `doc/app/` where there is an `app/`.
  const isOfRoot = /^[^.]/.test(first) && files.hasFolder(first);
  return candidatePaths(path, page).some(
    (candidate) =>
      candidate !== '' &&
      (!isOfRoot || files.hasFolder(candidate.slice(0, -bare.length) + first)) &&
      (files.isIgnored(candidate) ||
        files.isIgnored(`${candidate}/`) ||
        // `public/*`: the folder is where git holds nothing of it.
        files.isIgnored(`${candidate}/*`) ||
        files.isInSubmodule(candidate)),
  );
}

function nearestTo(page: string, paths: readonly string[]): string {
  const shared = (path: string) => {
    let at = 0;
    while (at < path.length && path[at] === page[at]) at += 1;
    return at;
  };
  return [...paths].sort((a, b) => shared(b) - shared(a) || a.length - b.length)[0] ?? '';
}

// At least two segments must agree: a single file name behind `/home/me/` proves nothing.
function machineTail(path: string, repository: Repository): string | undefined {
  const segments = path.split('/');
  for (let from = 1; from <= segments.length - 2; from += 1) {
    const tail = segments.slice(from).join('/');
    if (exists(tail, repository)) return tail;
  }
  return undefined;
}
