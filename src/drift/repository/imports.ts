import { posix } from 'node:path';
import { z } from 'zod';
import { isWithin } from './files.ts';
import { definePart, type Repository } from './repository.ts';

/** Where an import leads: a tracked file, a package from outside, or nowhere that can be told. */
export type ImportTarget =
  | { readonly status: 'file'; readonly file: string }
  | { readonly status: 'outside' }
  | { readonly status: 'unknown' };

type Alias = {
  readonly folder: string;
  readonly prefix: string;
  readonly targets: readonly string[];
};

const EXTENSIONS = ['', '.ts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.astro', '.vue', '.svelte'];
const Manifest = z.looseObject({
  name: z.string().catch(''),
  imports: z.record(z.string(), z.unknown()).catch({}),
});
const Config = z.looseObject({
  compilerOptions: z
    .looseObject({
      baseUrl: z.string().catch('.'),
      paths: z.record(z.string(), z.array(z.string())).catch({}),
    })
    .catch({ baseUrl: '.', paths: {} }),
});

const aliasesPart = definePart('import-aliases', readAliases);

/** Resolves an import as Node and TypeScript do: relative, `imports` of package.json, `paths`. */
export function resolveImport(
  specifier: string,
  { from, repository }: { readonly from: string; readonly repository: Repository },
): ImportTarget {
  const folder = posix.dirname(from);
  if (specifier.startsWith('.')) {
    const file = fileAt(posix.join(folder, specifier), repository);
    return file === undefined ? { status: 'unknown' } : { status: 'file', file };
  }
  const { aliases, ownNames } = repository.part(aliasesPart);
  const matching = aliases
    .filter((alias) => specifier.startsWith(alias.prefix) && isWithin(from, alias.folder))
    .sort((a, b) => b.folder.length - a.folder.length || b.prefix.length - a.prefix.length);
  for (const { prefix, targets, folder: base } of matching) {
    for (const target of targets) {
      const file = fileAt(posix.join(base, target, specifier.slice(prefix.length)), repository);
      if (file !== undefined) return { status: 'file', file };
    }
  }
  const isOwn = matching.length > 0 || /^[#~]|^@\//.test(specifier);
  const isOfWorkspace = ownNames.some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
  return isOwn || isOfWorkspace ? { status: 'unknown' } : { status: 'outside' };
}

function fileAt(path: string, { files }: Repository): string | undefined {
  const bases = [path, path.replace(/\.[cm]?jsx?$/, ''), `${path}/index`];
  for (const base of bases) {
    const found = EXTENSIONS.find((extension) => files.hasFile(base + extension));
    if (found !== undefined) return base + found;
  }
  return undefined;
}

function readAliases(repository: Repository) {
  const aliases: Alias[] = [];
  const ownNames: string[] = [];
  for (const path of repository.files.paths) {
    const [, folder = '', name] =
      /^(?:(.*)\/)?(package|[jt]sconfig(?:\.base)?)\.json$/.exec(path) ?? [];
    if (name === undefined) continue;
    const json = parseJson(repository.read(path) ?? '');
    if (name === 'package') {
      const manifest = Manifest.safeParse(json).data;
      if (manifest?.name) ownNames.push(manifest.name);
      aliases.push(...aliasesOfManifest(manifest?.imports ?? {}, folder));
    } else {
      const options = Config.safeParse(json).data?.compilerOptions;
      const base = posix.join(folder, options?.baseUrl ?? '.').replace(/^\.$|\/$/, '');
      for (const [key, targets] of Object.entries(options?.paths ?? {})) {
        aliases.push({
          folder,
          prefix: key.replace(/\*$/, ''),
          targets: fromBase(targets, { folder, base }),
        });
      }
    }
  }
  return { aliases, ownNames };
}

function fromBase(targets: readonly string[], { folder, base }: { folder: string; base: string }) {
  return targets.map(
    (target) => posix.relative(folder, posix.join(base, target.replace(/\*.*$/, ''))) || '.',
  );
}

function aliasesOfManifest(
  imports: Readonly<Record<string, unknown>>,
  folder: string,
): readonly Alias[] {
  return Object.entries(imports).flatMap(([key, value]) =>
    typeof value === 'string' && value.startsWith('.')
      ? [{ folder, prefix: key.replace(/\*$/, ''), targets: [value.replace(/\*.*$/, '')] }]
      : [],
  );
}

/** JSON, or JSON with comments and trailing commas as `tsconfig.json` has them. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const plain = text
      .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '$1')
      .replace(/,(\s*[}\]])/g, '$1');
    try {
      return JSON.parse(plain);
    } catch {
      return undefined;
    }
  }
}
