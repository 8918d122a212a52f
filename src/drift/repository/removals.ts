import type { FileIndex } from './files.ts';
import { type Git, records } from './git.ts';
import type { Removal } from './history.ts';
import { lazy } from './lazy.ts';

type Step = Omit<Removal, 'movedTo'> & {
  readonly to?: string;
  /** Where half of the text alone is the same, the file need not be what it was. */
  readonly isOther?: true;
};

/** Every path that a commit removed or renamed, the newest step of each, from one pass of `git log`. */
export type Removals = ReadonlyMap<string, Step>;

/**
 * Begins to read all deletions and renames up to a revision. Renames are found by content; where
 * a clone lacks old contents, by equal content only.
 */
export function beginRemovals(git: Git, revision: string): () => Removals {
  const log = ['log', '-z', '--format=@%H %as', '--name-status', '--diff-filter=DR'];
  const full = git.begin([...log, '-M', '-l2000', revision, '--']);
  return lazy(() => {
    const answer = full.answer().isOk ? full.answer() : git([...log, '-M100%', revision, '--']);
    return parseRemovals(records(answer.output));
  });
}

/** The same, with those of the working tree that no commit has yet before all others. */
export function beginRemovalsOfTree(git: Git, revision: string): () => Removals {
  const committed = beginRemovals(git, revision);
  return lazy(() => {
    const removals = new Map(readUncommitted(git, revision));
    for (const [path, step] of committed()) if (!removals.has(path)) removals.set(path, step);
    return removals;
  });
}

function readUncommitted(git: Git, revision: string): Removals {
  // Where no file is gone the index says all, and git need not look at each file again.
  const isWhole = git(['ls-files', '-d', '-z']).output.length === 0;
  const place = isWhole ? ['--cached'] : [];
  const diff = ['diff', ...place, '-z', '--name-status', '-M', '--diff-filter=DR', revision, '--'];
  return parseRemovals(records(git(diff).output));
}

function parseRemovals(fields: readonly string[]): Removals {
  const removals = new Map<string, Step>();
  let commit: Step = {};
  for (let at = 0; at < fields.length; at += 1) {
    const field = (fields[at] ?? '').trimStart();
    const header = /^@([0-9a-f]{40,64}) (\S+)$/.exec(field);
    if (header) {
      commit = { commit: header[1] ?? '', date: header[2] ?? '' };
      continue;
    }
    const path = fields[at + 1] ?? '';
    const to = field.startsWith('R') ? fields[at + 2] : undefined;
    const isOther = to !== undefined && !isSame({ path, to }, Number(field.slice(1)));
    if (!removals.has(path))
      removals.set(path, {
        ...commit,
        ...(to !== undefined && { to }),
        ...(isOther && { isOther }),
      });
    at += to === undefined ? 1 : 2;
  }
  return removals;
}

/** Percent of a text that a file of another name must keep to be the one that moved. */
const ALIKE = 75;

function isSame({ path, to }: { path: string; to: string }, alike: number): boolean {
  const wordsOf = (name: string) =>
    name
      .slice(name.lastIndexOf('/') + 1)
      .replace(/(?<=.)\.[\w.]+$/, '')
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  const words = new Set(wordsOf(path));
  return alike >= ALIKE || wordsOf(to).some((word) => words.has(word));
}

/** What became of a path: the newest removal, with renames followed to where the file is. */
export function removalOf(
  removals: Removals,
  { path, files }: { path: string; files: FileIndex },
): Removal | undefined {
  const step = removals.get(path);
  if (!step) return undefined;
  const movedTo = presentPlace(removals, { path, files });
  return removalBy(step, movedTo);
}

function removalBy({ to: _, isOther: __, ...commit }: Step, movedTo: string | undefined): Removal {
  return { ...commit, ...(movedTo !== undefined && { movedTo }) };
}

function presentPlace(
  removals: Removals,
  { path, files }: { path: string; files: FileIndex },
): string | undefined {
  let step = removals.get(path);
  for (let hops = 0; step?.to !== undefined && !step.isOther && hops < 50; hops += 1) {
    if (files.hasFile(step.to)) return step.to;
    step = removals.get(step.to);
  }
  return undefined;
}

/** Removed paths by each of the folders in which they lay. */
export type FolderContents = ReadonlyMap<string, readonly string[]>;

export function folderContents(removals: Removals): FolderContents {
  const below = new Map<string, string[]>();
  for (const path of removals.keys()) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const paths = below.get(folder);
      if (paths) paths.push(path);
      else below.set(folder, [path]);
    }
  }
  return below;
}

/** What became of a folder: the newest removal below it, and where most of its files went. */
export function folderRemovals(
  removals: Removals,
  { files, below }: { files: FileIndex; below: FolderContents },
): (folder: string) => Removal | undefined {
  return (folder) => {
    const [newest, ...others] = below.get(folder) ?? [];
    const step = newest === undefined ? undefined : removals.get(newest);
    if (newest === undefined || !step) return undefined;
    const movedTo = commonNewFolder(removals, { folder, files, paths: [newest, ...others] });
    return removalBy(step, movedTo);
  };
}

function commonNewFolder(
  removals: Removals,
  { folder, files, paths }: { folder: string; files: FileIndex; paths: readonly string[] },
): string | undefined {
  const votes = new Map<string, number>();
  for (const path of paths.slice(0, 200)) {
    const place = presentPlace(removals, { path, files });
    const rest = path.slice(folder.length);
    if (!place?.endsWith(rest)) continue;
    const target = place.slice(0, place.length - rest.length);
    votes.set(target, (votes.get(target) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 > Math.min(paths.length, 200) ? best[0] : undefined;
}

/** The names that present files had before, nearest first. */
export function earlierNames(removals: Removals): (path: string) => readonly string[] {
  const from = new Map<string, string>();
  for (const [path, { to }] of removals) if (to !== undefined) from.set(to, path);
  return (path) => {
    const names: string[] = [];
    for (let name = from.get(path); name !== undefined; name = from.get(name)) {
      if (names.includes(name) || names.length >= 20) break;
      names.push(name);
    }
    return names;
  };
}
