import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { type Package, type Packages, packagesPart } from '#drift/repository/packages.ts';
import { programsPart } from '#drift/repository/programs.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { foldersAbove, joinPath, type Workplace, workplaceOf } from './folder.ts';
import { type Invocation, invocationsOf } from './invocation.ts';
import { foldersEntered, isAboutReadersProject, isProjectPage, sectionBefore } from './reader.ts';
import { isNpmCommand, type ScriptCall, scriptCallsOf } from './script-call.ts';

type ScriptTarget = Target & { readonly call: ScriptCall; readonly workplace: Workplace };

/** `script:build`: a script of a `package.json` that a page tells people to run. */
export const scriptAnchor = defineAnchor<ScriptTarget>({ kind: 'script', recognise, resolve });

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
    foundIn(call.name, candidates) ??
    foundAsProgram(call, repository) ??
    absent({ target, candidates, packages, repository, mention })
  );
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

function foundIn(name: string, candidates: readonly Package[]): Resolution | undefined {
  for (const { file, scripts } of candidates) {
    const script = scripts.get(name) ?? (name === 'restart' ? scripts.get('start') : undefined);
    if (script) {
      return { status: 'found', evidence: { file, line: script.line, text: script.body } };
    }
  }
  return undefined;
}

function foundAsProgram(call: ScriptCall, repository: Repository): Resolution | undefined {
  if (call.manager === 'npm' && call.name === 'start' && repository.files.hasFile('server.js')) {
    return { status: 'found', evidence: { file: 'server.js' } };
  }
  const evidence =
    call.manager === 'npm' ? undefined : repository.part(programsPart).find(call.name);
  return (
    evidence && { status: 'found', evidence, note: `"${call.name}" is a program, not a script` }
  );
}

type Absence = {
  readonly target: ScriptTarget;
  readonly candidates: readonly Package[];
  readonly packages: Packages;
  readonly repository: Repository;
  readonly mention: Mention;
};

function absent(absence: Absence): Resolution {
  const { target, packages, candidates, mention } = absence;
  const { name, scope } = target.call;
  if (packages.malformed.length > 0) {
    return { status: 'unknown', reason: `${packages.malformed[0]} is not valid JSON.` };
  }
  const elsewhere = packages.all.filter(({ scripts }) => scripts.has(name));
  const explained = elsewhere.filter((entry) => isExplained(entry, absence));
  const found = foundIn(name, explained);
  if (found) return found;
  if (isAboutReadersProject(mention)) {
    return { status: 'unknown', reason: "It may be a script of the reader's own project." };
  }
  if (scope.type === 'here' && elsewhere.length > 1) {
    return { status: 'unknown', reason: `Several packages have a script "${name}".` };
  }
  const [only] = elsewhere;
  return only && candidates.length > 0 ? inWorkspace(absence, only) : nowhere(absence);
}

/** The words around, or a `cd` further up, say which package is meant. */
function isExplained({ folder, name }: Package, { mention, repository }: Absence): boolean {
  if (foldersEntered(mention, repository).some((entered) => isFolder(entered, folder))) return true;
  const { headings, block, intro, parentItem } = mention.context;
  const around = [...headings.map(({ text }) => text), block, intro, parentItem];
  const text = `${around.join('\n')}\n${sectionBefore(mention, repository)}`.toLowerCase();
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  return [folder, name, last].some(
    (word) => word.length > 2 && holdsWord(text, word.toLowerCase()),
  );
}

function isFolder(entered: string, folder: string): boolean {
  return folder === entered || folder.endsWith(`/${entered}`) || entered.endsWith(`/${folder}`);
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
    if (!/[\w:-]/.test(around)) return true;
  }
  return false;
}

function inWorkspace({ target, mention }: Absence, { file, name, scripts }: Package): Resolution {
  const script = scripts.get(target.call.name);
  return {
    status: 'missing',
    code: 'script-in-workspace',
    target: target.call.name,
    nearest: `${target.text}${target.call.manager === 'npm' ? ` --workspace ${name}` : ` in ${name}`}`,
    places: [],
    evidence: { file, ...(script && { line: script.line, text: script.body }) },
    strength: isProjectPage(mention.page) ? 'stated' : 'guessed',
  };
}

/** Names that any project has: a page that tells to run one may mean any project. */
const COMMON =
  /^(?:dev|develop|build|start|stop|restart|test|preview|serve|lint|format|watch|deploy)$/;

function nowhere({ target, candidates, packages, mention }: Absence): Resolution {
  const { call, workplace } = target;
  const near = candidates.length > 0 ? candidates : packages.all;
  const names = near.flatMap(({ scripts }) => [...scripts.keys()]);
  const nearest = nearestName(call.name, names);
  const [first] = near;
  const isCommon = COMMON.test(call.name);
  const isOpen = !workplace.isKnown || (isCommon && !isProjectPage(mention.page));
  const isProgram = call.form === 'shorthand' && !call.name.includes(':') && nearest === undefined;
  return {
    status: 'missing',
    code: 'script-missing',
    target: call.name,
    ...(nearest !== undefined && { nearest }),
    places: [],
    ...(first && { evidence: { file: first.file } }),
    strength: isOpen || isProgram ? 'guessed' : 'stated',
    ...(!isCommon && { word: call.name }),
  };
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
