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
  /** Whether `.gitignore` would ignore the path: generated output, local files. */
  readonly isIgnored: (path: string) => boolean;
};

/** Builds the index of a list of tracked paths. `isIgnored` comes from git. */
export function indexFiles(
  paths: readonly string[],
  isIgnored: (path: string) => boolean = () => false,
): FileIndex {
  const files = new Set(paths);
  const folders = new Set<string>(['']);
  for (const path of paths) addFolders(path, folders);
  const all = [...paths, ...folders];
  const byName = lazy(() => groupBy(all, (path) => path.slice(path.lastIndexOf('/') + 1)));
  const byLowerCase = lazy(() => new Map(all.map((path) => [path.toLowerCase(), path])));
  return {
    paths,
    hasFile: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    withSuffix: (suffix) => {
      const name = suffix.slice(suffix.lastIndexOf('/') + 1);
      const named = byName().get(name) ?? [];
      return named.filter((path) => path === suffix || path.endsWith(`/${suffix}`));
    },
    inOtherCase: (path) => byLowerCase().get(path.toLowerCase()),
    named: (name) => (byName().get(name) ?? []).filter((path) => files.has(path)),
    isIgnored,
  };
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

function lazy<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}
