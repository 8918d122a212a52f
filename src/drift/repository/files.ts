import { posix } from 'node:path';
import { lazy } from './lazy.ts';

/** The tracked files and the folders they imply, with the look-ups that anchors need. */
export type FileIndex = {
  readonly paths: readonly string[];
  readonly hasFile: (path: string) => boolean;
  readonly hasFolder: (path: string) => boolean;
  /** Tracked files and folders whose path ends in `/suffix` or is it, whole segments only. */
  readonly withSuffix: (suffix: string) => readonly string[];
  /** The path as it is spelt, where only the case differs. */
  readonly inOtherCase: (path: string) => string | undefined;
  /** Files whose last segment is `name`. */
  readonly named: (name: string) => readonly string[];
  /** Whether the path lies in a submodule, whose files this repository does not hold. */
  readonly isInSubmodule: (path: string) => boolean;
  /** Whether `.gitignore` would ignore the path: generated output, local files. */
  readonly isIgnored: (path: string) => boolean;
};

/** What git knows of the paths beyond their names. */
export type FileFacts = {
  readonly isIgnored?: (path: string) => boolean;
  /** Symbolic links with their targets as written. */
  readonly links?: ReadonlyMap<string, string>;
  readonly submodules?: readonly string[];
};

/** Builds the index of a list of tracked paths. A path through a link resolves to its target. */
export function indexFiles(paths: readonly string[], facts: FileFacts = {}): FileIndex {
  const { isIgnored = () => false, links = new Map(), submodules = [] } = facts;
  const files = new Set(paths);
  const folders = new Set<string>(['', ...submodules]);
  for (const path of paths) addFolders(path, folders);
  const all = [...new Set([...paths, ...folders])];
  const byName = lazy(() => groupBy(all, (path) => path.slice(path.lastIndexOf('/') + 1)));
  const byLowerCase = lazy(() => new Map(all.map((path) => [path.toLowerCase(), path])));
  const has = (set: ReadonlySet<string>, path: string) =>
    set.has(path) || (links.size > 0 && set.has(throughLinks(path, links)));
  return {
    paths,
    hasFile: (path) => has(files, path),
    hasFolder: (path) => has(folders, path),
    withSuffix: (suffix) => {
      const name = suffix.slice(suffix.lastIndexOf('/') + 1);
      const named = byName().get(name) ?? [];
      return named.filter((path) => path === suffix || path.endsWith(`/${suffix}`));
    },
    inOtherCase: (path) => byLowerCase().get(path.toLowerCase()),
    named: (name) => (byName().get(name) ?? []).filter((path) => files.has(path)),
    isInSubmodule: (path) => submodules.some((module) => path.startsWith(`${module}/`)),
    isIgnored,
  };
}

/** A path with the links on its way replaced by their targets, loops cut short. */
function throughLinks(path: string, links: ReadonlyMap<string, string>): string {
  let place = path;
  for (let hops = 0; hops < 10; hops += 1) {
    const link = [...links].find(([from]) => place === from || place.startsWith(`${from}/`));
    if (!link) return place;
    const [from, target] = link;
    place = posix.join(posix.dirname(from), target, place.slice(from.length));
  }
  return place;
}

function addFolders(path: string, folders: Set<string>): void {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}

function groupBy(paths: readonly string[], key: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(key(path));
    if (group) group.push(path);
    else groups.set(key(path), [path]);
  }
  return groups;
}

/** Whether a path lies below a folder; '' is the root, below which all lie. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** The folder of a path; '' at the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
