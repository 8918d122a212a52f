import { editDistance } from '#drift/nearest.ts';
import { parentOf } from '#drift/repository/files.ts';
import { isOneSlip } from '#drift/repository/near-words.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';

/**
 * The tracked path that a missing one most likely means: the same name elsewhere, the same stem
 * with another extension, or a name a few letters off in the same folder.
 */
export function nearestPath(path: string, { files }: Repository): string | undefined {
  const clean = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\/$/, '');
  const name = clean.slice(clean.lastIndexOf('/') + 1);
  const other = files.inOtherCase(clean);
  if (other !== undefined) return other;
  const [compiled] = inTypeScript(clean).flatMap((file) =>
    files.hasFile(file) ? [file] : files.withSuffix(file),
  );
  if (compiled !== undefined) return compiled;
  const same = files.withSuffix(name).filter((file) => !vendored.test(file));
  if (same.length > 0) return closest(clean, same);
  const folder = parentOf(clean);
  const siblings = files.paths.filter(
    (file) => file.startsWith(folder === '' ? '' : `${folder}/`) && isAlike(name, file),
  );
  return closest(clean, siblings);
}

/** What others wrote is not meant. */
const vendored = /(?:^|\/)(?:vendor|third[-_]party|node_modules|Godeps)\//;

function inTypeScript(path: string): readonly string[] {
  const [, stem, kind] = /^(.+)\.([cm]?)jsx?$/.exec(path) ?? [];
  return stem === undefined ? [] : [`${stem}.${kind}ts`, `${stem}.${kind}tsx`];
}

function isAlike(name: string, file: string): boolean {
  const other = file.slice(file.lastIndexOf('/') + 1);
  if (stemOf(other) === stemOf(name)) return true;
  return (
    Math.abs(other.length - name.length) <= 2 &&
    name.length > 4 &&
    editDistance(other.toLowerCase(), name.toLowerCase()) <= 2
  );
}

function stemOf(name: string): string {
  return name
    .replace(/(?<=.)\.[\w.]+$/, '')
    .replace(/^_/, '')
    .toLowerCase();
}

function closest(path: string, candidates: readonly string[]): string | undefined {
  return [...candidates]
    .slice(0, 200)
    .map((candidate) => ({ candidate, distance: editDistance(path, candidate) }))
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** Tracked paths by their last segment's letters and digits, in lower case. */
const byLetters = definePart('names by letters', ({ files }) =>
  Map.groupBy(files.paths, (path) => lettersOf(path.slice(path.lastIndexOf('/') + 1))),
);

/**
 * The tracked path that a missing one misspells beyond doubt: the same long name in another
 * spelling (`check-versions.js`, `checkVersions.js`), a slip of the pen away in the same folder, or
 * two letters off in the whole path.
 */
export function misspeltPath(path: string, repository: Repository): string | undefined {
  const clean = path.replace(/^(?:\.{0,2}\/)+/, '');
  const name = clean.slice(clean.lastIndexOf('/') + 1);
  const slip = slipInFolder(clean, repository) ?? respeltInFolder(clean, repository);
  if (slip !== undefined || lettersOf(name).length < 12)
    return slip ?? twoLettersOff(clean, repository);
  const spelt = repository.part(byLetters).get(lettersOf(name)) ?? [];
  const [only = ''] = spelt.length === 1 ? spelt : [];
  // A generator keeps `_x.config.js` to write `x.config.js` for its users.
  const isOther = only !== '' && !`/${only}`.endsWith(`/${name}`) && !only.endsWith(`/_${name}`);
  return isOther ? only : twoLettersOff(clean, repository);
}

/** Letters that a name without its extension needs, so that one slip makes no other name. */
const LONG = 8;

function slipInFolder(path: string, { files }: Repository): string | undefined {
  const folder = parentOf(path);
  const [, stem = '', extension = ''] =
    /^([^.]+)(\.[\w.]+)$/.exec(path.slice(folder.length + 1)) ?? [];
  if (folder === '' || stem.length < LONG || !files.hasFolder(folder)) return undefined;
  const near = files.paths.filter((file) => {
    const name = file.slice(folder.length + 1);
    return (
      file.startsWith(`${folder}/`) &&
      name.endsWith(extension) &&
      isOneSlip(stem, name.slice(0, -extension.length))
    );
  });
  return near.length === 1 ? near[0] : undefined;
}

// `plugins/podcounter` beside `plugins/pod-counter`, `infra/environments` beside `infra/environment`:
// the only one there with those letters, a plural aside.
function respeltInFolder(path: string, { files }: Repository): string | undefined {
  const folder = parentOf(path);
  const letters = lettersOf(path.slice(folder.length + 1));
  if (folder === '' || letters.length < LONG || !files.hasFolder(folder)) return undefined;
  const near = new Set(
    files.paths
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).replace(/\/.*$/s, ''))
      .filter((name) => isSameButPlural(lettersOf(name), letters)),
  );
  const [only] = near;
  return near.size === 1 && only !== undefined ? `${folder}/${only}` : undefined;
}

/** Letters that a name needs, so that one and many of it are no two names. */
const UNMISTAKABLE = 10;

function isSameButPlural(some: string, others: string): boolean {
  const isLong = Math.min(some.length, others.length) >= UNMISTAKABLE;
  return some === others || (isLong && (some === `${others}s` || others === `${some}s`));
}

function twoLettersOff(path: string, { files }: Repository): string | undefined {
  if (path.length < 10 || !path.includes('/')) return undefined;
  const depth = path.split('/').length;
  const near = files
    .withSuffix(path.slice(path.lastIndexOf('/') + 1))
    .filter((file) => file.split('/').length === depth && editDistance(file, path) <= 2);
  const [only] = near;
  return near.length === 1 && only !== undefined && digitsOf(only) === digitsOf(path)
    ? only
    : undefined;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
