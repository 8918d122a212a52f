import { type Package, packagesPart, type Script } from '#drift/repository/packages.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { Resolution } from './anchor.ts';
import { commandTargets } from './command-target.ts';
import { joinPath } from './folder.ts';
import { type Invocation, invocationsIn } from './invocation.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
import { exists } from './places.ts';
import { scriptCallsOf } from './script-call.ts';
import { runnerCallsOf } from './script-runners.ts';

const MAX_DEPTH = 6;
/** A shell decides at run time what runs. */
const IS_OPEN = /\|\||\bif\b|\$\(|`|--if-present/;
/** What may write a file before the next command runs it. */
const WRITES =
  /\b(?:tsc|vue-tsc|esbuild|rollup|webpack|vite|swc|babel|tsup|tsdown|unbuild|ncc|pkgroll|parcel|build|compile|bundle|generate|codegen|gen|cp|mv|curl|wget|make|cargo|go|touch|>)/;

type Here = { readonly entry: Package; readonly script: Script; readonly name: string };
type Broken = Here & { readonly missing: string };

const known = new WeakMap<Script, { readonly broken: Broken | undefined }>();

/** What stops a script: a script or a file that it calls, itself or through others, is not there. */
export function brokenScript(
  name: string,
  {
    candidates,
    repository,
  }: { readonly candidates: readonly Package[]; readonly repository: Repository },
): Resolution | undefined {
  const entry = candidates.find(({ scripts }) => scripts.has(name));
  const script = entry?.scripts.get(name);
  if (!entry || !script) return undefined;
  const kept = known.get(script) ?? {
    broken: findBroken({ entry, script, name }, { repository, seen: new Set() }),
  };
  known.set(script, kept);
  return kept.broken && contradiction(name, kept.broken);
}

function contradiction(name: string, { entry, script, missing }: Broken): Resolution {
  return {
    status: 'contradicted',
    code: 'script-broken',
    target: name,
    actual: `"${missing}"`,
    evidence: { file: entry.file, line: script.line, text: script.body },
  };
}

type Walk = { readonly repository: Repository; readonly seen: Set<string> };

function findBroken(here: Here, walk: Walk): Broken | undefined {
  const { entry, script, name } = here;
  const key = `${entry.file}#${name}`;
  if (walk.seen.has(key) || walk.seen.size > MAX_DEPTH || IS_OPEN.test(script.body))
    return undefined;
  walk.seen.add(key);
  for (const invocation of invocationsIn(script.body)) {
    const folder = folderOf(invocation, entry);
    if (folder === undefined || invocation.isRemote) return undefined;
    const broken = brokenCall(invocation, { here, folder, walk });
    if (broken) return broken;
    const file = missingFile(invocation, { here, folder, repository: walk.repository });
    if (file !== undefined) return { ...here, missing: file };
  }
  return undefined;
}

/** Where a command of a script runs; undefined where that cannot be told. */
function folderOf({ folders }: Invocation, { folder }: Package): string | undefined {
  let at: string | undefined = folder;
  for (const { value, isLiteral } of folders)
    at = at === undefined || !isLiteral || /^[/~-]/.test(value) ? undefined : joinPath(at, value);
  return at;
}

type Place = { readonly here: Here; readonly folder: string; readonly walk: Walk };

function brokenCall(invocation: Invocation, { here, folder, walk }: Place): Broken | undefined {
  const packages = walk.repository.part(packagesPart);
  const calls = [...scriptCallsOf(invocation), ...runnerCallsOf(invocation)];
  for (const { name, scope, form, manager } of calls) {
    if (form !== 'explicit' || scope.type === 'any' || scope.type === 'package') continue;
    const at = scope.type === 'folder' ? joinPath(folder, scope.path) : folder;
    const entry = at === undefined ? undefined : packages.at(at);
    if (!entry) continue;
    const script = entry.scripts.get(name);
    const broken = script && findBroken({ entry, script, name }, walk);
    if (broken) return broken;
    if (!script && isScriptOnly(name, manager)) return { ...here, missing: name };
  }
  return undefined;
}

/** `yarn run x` and `bun run x` run programs too; `start`, `stop` and the like have defaults. */
function isScriptOnly(name: string, manager: string): boolean {
  if (/^(?:start|stop|restart|test|install)$/.test(name)) return false;
  return manager === 'npm' || manager === 'pnpm' || manager === 'node' || name.includes(':');
}

type FilePlace = { readonly here: Here; readonly folder: string; readonly repository: Repository };

/** A file beside others of the repository, which nothing before it in the script can have written. */
function missingFile(
  invocation: Invocation,
  { here, folder, repository }: FilePlace,
): string | undefined {
  const before = here.script.body.slice(0, invocation.program.start);
  if (WRITES.test(before) || /^pre/.test(here.name) || here.entry.scripts.has(`pre${here.name}`))
    return undefined;
  const missing = commandTargets(invocation).find(
    (target) => target.type === 'file' && isGone(target.word.value, { folder, repository }),
  );
  return missing?.word.value;
}

function isGone(
  path: string,
  { folder, repository }: { readonly folder: string; readonly repository: Repository },
): boolean {
  const place = joinPath(folder, path);
  if (place === undefined || isPlaceholder(path) || !place.includes('/')) return false;
  if (!hasExtension(place.slice(place.lastIndexOf('/') + 1))) return false;
  const { files } = repository;
  if (exists(place, repository) || files.isIgnored(place) || files.isInSubmodule(place))
    return false;
  const parent = place.slice(0, place.lastIndexOf('/'));
  const stem = place.replace(/\.\w+$/, '');
  const isBeside = files.paths.some((other) => other.startsWith(`${stem}.`));
  return (
    files.hasFolder(parent) &&
    !isBeside &&
    !/(?:^|\/)(?:dist|build|out|lib|bin|target|node_modules|generated)\//.test(place)
  );
}
