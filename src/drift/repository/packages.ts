import { z } from 'zod';
import { parentOf } from './files.ts';
import { definePart, type Repository } from './repository.ts';
import { sourceRank } from './sources.ts';

/** A `package.json` with what pages say about it. */
export type Package = {
  readonly file: string;
  /** Its folder; '' at the root. */
  readonly folder: string;
  readonly name: string;
  readonly scripts: ReadonlyMap<string, Script>;
  /** Names of all kinds of dependencies. */
  readonly dependencies: ReadonlySet<string>;
  /** Programs that the package itself installs. */
  readonly programs: ReadonlySet<string>;
};

export type Script = { readonly body: string; readonly line: number };

/** All packages of the repository; nearest look-ups go upwards from a folder. */
export type Packages = {
  readonly all: readonly Package[];
  readonly at: (folder: string) => Package | undefined;
  readonly nearest: (folder: string) => Package | undefined;
  /** By name, by folder, or by the last segment of either. */
  readonly called: (selector: string) => readonly Package[];
  /** Files that could not be read as JSON, so that absence proves nothing. */
  readonly malformed: readonly string[];
};

const strings = z.record(z.string(), z.unknown()).catch({});
const Manifest = z.looseObject({
  name: z.string().catch(''),
  scripts: strings,
  dependencies: strings,
  devDependencies: strings,
  peerDependencies: strings,
  optionalDependencies: strings,
  bin: z.union([z.string(), z.record(z.string(), z.unknown())]).catch({}),
});

/** The npm packages of the repository, vendored ones left out. */
export const packagesPart = definePart('packages', readPackages);

function readPackages(repository: Repository): Packages {
  const malformed: string[] = [];
  const all = repository.files
    .named('package.json')
    .filter((file) => !/(?:^|\/)node_modules\//.test(file))
    .flatMap((file) => readPackage(file, repository.read(file) ?? '', malformed))
    .sort((a, b) => a.folder.length - b.folder.length);
  const byFolder = new Map(all.map((entry) => [entry.folder, entry]));
  return {
    all,
    malformed,
    at: (folder) => byFolder.get(folder),
    nearest: (folder) => nearestOf(folder, byFolder),
    called: (selector) => calledIn(all, selector),
  };
}

function readPackage(file: string, text: string, malformed: string[]): readonly Package[] {
  const manifest = Manifest.safeParse(parseJson(text));
  if (!manifest.success) {
    // Tests keep broken manifests on purpose.
    if (sourceRank(file) < 2) malformed.push(file);
    return [];
  }
  const { data } = manifest;
  const folder = parentOf(file);
  const groups = [data.dependencies, data.devDependencies, data.peerDependencies];
  return [
    {
      file,
      folder,
      name: data.name,
      scripts: readScripts(text, data.scripts),
      dependencies: new Set([...groups, data.optionalDependencies].flatMap(Object.keys)),
      programs: new Set(
        typeof data.bin === 'string' ? [lastSegment(data.name)] : Object.keys(data.bin),
      ),
    },
  ];
}

/** JSON, or undefined where a text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function readScripts(
  text: string,
  scripts: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Script> {
  const from = Math.max(0, text.search(/"scripts"\s*:/));
  return new Map(
    Object.entries(scripts).map(([name, body]) => [
      name,
      { body: String(body), line: lineOfKey(text, name, from) },
    ]),
  );
}

/** 1-based line of `"key":` at or after an offset; the line of the offset when it is not there. */
export function lineOfKey(text: string, key: string, from = 0): number {
  const quoted = JSON.stringify(key);
  let at = text.indexOf(quoted, from);
  while (at >= 0 && !/^\s*:/.test(text.slice(at + quoted.length, at + quoted.length + 20))) {
    at = text.indexOf(quoted, at + 1);
  }
  return lineAt(text, at < 0 ? from : at);
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function nearestOf(folder: string, byFolder: ReadonlyMap<string, Package>): Package | undefined {
  for (let at = folder; at !== ''; at = parentOf(at)) {
    const found = byFolder.get(at);
    if (found) return found;
  }
  return byFolder.get('');
}

function calledIn(all: readonly Package[], selector: string): readonly Package[] {
  const wanted = selector.replace(/^\.\//, '').replace(/\/$/, '');
  const exact = all.filter(({ name, folder }) => name === wanted || folder === wanted);
  if (exact.length > 0) return exact;
  return all.filter(
    ({ name, folder }) => lastSegment(name) === wanted || lastSegment(folder) === wanted,
  );
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
