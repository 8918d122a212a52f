import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { type Package, type Packages, packagesPart } from '#drift/repository/packages.ts';
import { programsPart } from '#drift/repository/programs.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { versionsPart } from '#drift/repository/versions.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { foldersAbove, joinPath, type Workplace, workplaceOf } from './folder.ts';
import { type Invocation, invocationsOf } from './invocation.ts';
import { isAboutReadersProject } from './reader.ts';
import { absent, foundIn, isCommon, type ScriptTarget } from './script-absence.ts';
import { isNpmCommand, type ScriptCall, scriptCallsOf } from './script-call.ts';
import { brokenScript } from './script-chain.ts';

/** `script:build`: a script of a `package.json` that a page tells people to run. */
export const scriptAnchor = defineAnchor<ScriptTarget>({
  kind: 'script',
  forms: ['inline-code', 'fence'],
  recognise,
  resolve,
});

function recognise(mention: Mention, repository: Repository): readonly ScriptTarget[] {
  const { all } = repository.part(packagesPart);
  if (all.length === 0) return [];
  return invocationsOf(mention).flatMap((invocation) =>
    scriptCallsOf(invocation)
      .filter((call) => call.form !== 'verb' || isMisspeltRun(call.name, all))
      .map((call) => targetOf({ call, invocation, mention, repository })),
  );
}

/** `npm run:build` and `npm lint`, where `npm run …` is meant. */
function isMisspeltRun(name: string, all: readonly Package[]): boolean {
  if (isNpmCommand(name)) return false;
  const script = name.replace(/^run:/, '');
  return all.some(({ scripts }) => scripts.has(script));
}

function targetOf(parts: {
  call: ScriptCall;
  invocation: Invocation;
  mention: Mention;
  repository: Repository;
}): ScriptTarget {
  const { call, invocation, mention, repository } = parts;
  const text = mention.text.slice(call.start, call.end);
  const workplace = workplaceOf(invocation, mention, repository);
  return { text, start: call.start, call, workplace };
}

function resolve(target: ScriptTarget, repository: Repository, mention: Mention): Resolution {
  const { call, workplace } = target;
  const packages = repository.part(packagesPart);
  if (call.form === 'verb') return misspelt(target, packages);
  const { scope } = call;
  if (scope.type === 'package' && packages.called(scope.selector).length === 0) {
    return workspaceMissing({ target, selector: scope.selector, packages, mention });
  }
  const candidates = packagesFor({ call, workplace, packages, page: mention.page });
  return (
    brokenScript(call.name, { candidates, repository }) ??
    foundIn(call.name, candidates) ??
    foundAnew(target, { packages, mention }) ??
    foundAnywhere(call, { packages, repository }) ??
    foundAsProgram(call, repository) ??
    absent({ target, candidates, packages, repository, mention })
  );
}

// From its second version on, Yarn runs a script with a colon from any workspace, where one has it.
// https://yarnpkg.com/cli/run
function foundAnywhere(
  { manager, name }: ScriptCall,
  { packages, repository }: { packages: Packages; repository: Repository },
): Resolution | undefined {
  if (manager !== 'yarn' || !name.includes(':')) return undefined;
  const pinned = repository
    .part(versionsPart)
    .some(
      ({ product, range, folder }) =>
        product === 'yarn' && folder === '' && /^(?:[2-9]|\d{2})\./.test(range),
    );
  if (!pinned && !repository.files.hasFile('.yarnrc.yml')) return undefined;
  const owners = packages.all.filter(({ scripts }) => scripts.has(name));
  return owners.length === 1 ? foundIn(name, owners) : undefined;
}

// `cd a && npm test`, a blank line, `npm run all`: many pages begin each step at the root again.
function foundAnew(
  { call: { name, scope, start } }: ScriptTarget,
  { packages, mention }: { packages: Packages; mention: Mention },
): Resolution | undefined {
  const before = mention.text.slice(0, start);
  const isAnew = /\bcd [^\n]*&&[^\n]*\n\s*\n(?:(?!\bcd ).)*$/s.test(before);
  const root = isAnew && scope.type === 'here' ? packages.at('') : undefined;
  return root && foundIn(name, [root]);
}

function packagesFor(parts: {
  call: ScriptCall;
  workplace: Workplace;
  packages: Packages;
  page: string;
}): readonly Package[] {
  const { call, workplace, packages, page } = parts;
  const { scope } = call;
  if (scope.type === 'any') return packages.all;
  if (scope.type === 'package') return packages.called(scope.selector);
  const folders =
    scope.type === 'folder'
      ? [...workplace.folders, ...foldersAbove(page)].map((base) => joinPath(base, scope.path))
      : workplace.folders;
  const nearest = folders.map((folder) => folder !== undefined && packages.nearest(folder));
  return [...new Set(nearest)].filter((entry) => entry !== undefined && entry !== false);
}

// `pnpm x`, `yarn run x` and `bun run x` also start programs of dependencies; `pnpm run x` does not.
function foundAsProgram(call: ScriptCall, repository: Repository): Resolution | undefined {
  if (call.manager === 'npm' && call.name === 'start' && repository.files.hasFile('server.js')) {
    return { status: 'found', evidence: { file: 'server.js' } };
  }
  const isRun = /^(?:bun|yarn)$/.test(call.manager) && !isCommon(call.name);
  const isProgram = call.form === 'shorthand' || isRun;
  const evidence = isProgram ? repository.part(programsPart).find(call.name) : undefined;
  return (
    evidence && { status: 'found', evidence, note: `"${call.name}" is a program, not a script` }
  );
}

function misspelt({ call, text }: ScriptTarget, { all }: Packages): Resolution {
  const name = call.name.replace(/^run:/, '');
  const owner = all.find(({ scripts }) => scripts.has(name));
  const fixed = `npm run ${name}`;
  return {
    status: 'contradicted',
    code: 'script-verb',
    target: text,
    actual: fixed,
    evidence: { file: owner?.file ?? 'package.json', line: owner?.scripts.get(name)?.line ?? 1 },
    nearest: fixed,
  };
}

function workspaceMissing(parts: {
  target: ScriptTarget;
  selector: string;
  packages: Packages;
  mention: Mention;
}): Resolution {
  const { target, selector, packages, mention } = parts;
  const nearest = nearestName(
    selector,
    packages.all.flatMap(({ name }) => (name ? [name] : [])),
  );
  const isSure = packages.all.length > 1 && !isAboutReadersProject(mention);
  return {
    status: 'missing',
    code: 'workspace-missing',
    target: selector,
    ...(nearest !== undefined && { nearest }),
    places: [],
    strength: isSure && isProjectPage(mention.page) ? 'stated' : 'guessed',
    word: target.call.name,
  };
}
