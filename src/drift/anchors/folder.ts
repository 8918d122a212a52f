import { posix } from 'node:path';
import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { Invocation } from './invocation.ts';

/** Folders in which a command may be meant to run, the likeliest first. */
export type Workplace = {
  readonly folders: readonly string[];
  /** False when the folder is outside the repository or cannot be told: absence proves nothing. */
  readonly isKnown: boolean;
};

/** The folder of a page, those above it, and the root; the root last. */
export function foldersAbove(page: string): readonly string[] {
  const folders: string[] = [];
  for (let at = parentOf(page); at !== ''; at = parentOf(at)) folders.push(at);
  return [...folders, ''];
}

/** Where a command runs, by the `cd` commands before it and the page it stands on. */
export function workplaceOf(
  { folders: changes, isRemote }: Invocation,
  { page }: Mention,
  repository: Repository,
): Workplace {
  const bases = foldersAbove(page);
  if (changes.length === 0) return { folders: bases, isKnown: !isRemote };
  let folders: readonly string[] = [...new Set(['', ...bases])];
  let isKnown = !isRemote;
  for (const { value, isLiteral, clone } of changes) {
    const entered = isLiteral ? enter(folders, value, repository) : [];
    const next = clone !== undefined && isFork(clone, repository) ? [''] : entered;
    isKnown &&= next.length > 0;
    if (next.length > 0) folders = next;
  }
  return { folders, isKnown };
}

const fork = /^[<[{]?(?:your|my)[-_ ]fork(?:[-_ ]url)?[>\]}]?$/i;
const forkOfUser =
  /[/:][<[{]?(?:(?:your|my)[-_ ])?(?:github[-_ ])?user[-_ ]?name[>\]}]?\/([\w.-]+?)(?:\.git)?$/i;

// `git clone <your-fork>`, `git clone git@github.com:<username>/site`: of this repository.
function isFork(source: string, repository: Repository): boolean {
  const name = forkOfUser.exec(source)?.[1]?.toLowerCase();
  const own = repository.part(ownName)?.toLowerCase();
  return fork.test(source) || (name !== undefined && own?.split('/')[1] === name);
}

function enter(
  bases: readonly string[],
  change: string,
  repository: Repository,
): readonly string[] {
  if (/^[/~-]|^[A-Za-z]:/.test(change)) return [];
  const joined = bases.map((base) => joinPath(base, change));
  const tracked = joined.filter((path) => path !== undefined && repository.files.hasFolder(path));
  const known = [...new Set(tracked)].filter((path) => path !== undefined);
  if (known.length > 0) return known;
  const own = belowOwnName(change, repository);
  if (own !== undefined) return [own];
  const bySuffix = repository.files.withSuffix(change.replace(/^\.\//, '').replace(/\/$/, ''));
  return bySuffix.filter((path) => repository.files.hasFolder(path)).slice(0, 1);
}

/** What a path means whose first step is the repository's name: `git clone …/site`, `cd site/web`. */
export function belowOwnName(change: string, repository: Repository): string | undefined {
  const [first, ...rest] = change.replace(/^\.\//, '').replace(/\/$/, '').split('/');
  const name = repository.part(ownName)?.split('/')[1];
  const folder = rest.join('/');
  const isThere = folder === '' || repository.files.hasFolder(folder);
  return first !== undefined && first === name && isThere ? folder : undefined;
}

/** A repository path from a folder and a relative path; undefined when it leaves the repository. */
export function joinPath(folder: string, path: string): string | undefined {
  if (isPlain(path)) return folder === '' ? path : `${folder}/${path}`;
  const joined = posix.normalize(posix.join(folder, path)).replace(/^\.$|^\.\/|\/$/g, '');
  return joined.startsWith('..') || joined.startsWith('/') ? undefined : joined;
}

// Most paths name each step once; only the others are worth normalising.
function isPlain(path: string): boolean {
  return (
    path !== '' &&
    !path.startsWith('.') &&
    !path.startsWith('/') &&
    !path.endsWith('/') &&
    !path.includes('//') &&
    !path.includes('/.')
  );
}
