import type { Mention } from '#drift/claims/mention.ts';
import { editDistance, nearestName } from '#drift/nearest.ts';
import { parentOf } from '#drift/repository/files.ts';
import type { Package, Packages } from '#drift/repository/packages.ts';
import { isProjectPage, isReference } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import type { Missing, Resolution, Target } from './anchor.ts';
import type { Workplace } from './folder.ts';
import { mayRunElsewhere } from './other-clone.ts';
import { followsNewProject, isAboutReadersProject } from './reader.ts';
import type { ScriptCall } from './script-call.ts';
import { isBelowPage, isExplained, isSample } from './script-owner.ts';

/** A script that a page runs, and the folders where it may be run. */
export type ScriptTarget = Target & { readonly call: ScriptCall; readonly workplace: Workplace };

type Absence = {
  readonly target: ScriptTarget;
  readonly candidates: readonly Package[];
  readonly packages: Packages;
  readonly repository: Repository;
  readonly mention: Mention;
};

/** What is to say of a script that the nearest `package.json` does not have. */
export function absent(absence: Absence): Resolution {
  const { target, packages, candidates, mention } = absence;
  const { name, scope } = target.call;
  if (packages.malformed.length > 0) {
    return { status: 'unknown', reason: `${packages.malformed[0]} is not valid JSON.` };
  }
  const elsewhere = packages.all.filter(({ scripts }) => scripts.has(name));
  const explained = elsewhere.filter(
    (entry) => isExplained(entry, absence) || isBelowPage(entry, absence),
  );
  const found = foundIn(name, explained);
  if (found) return found;
  if (isAboutReadersProject(mention) || followsNewProject(mention, absence.repository)) {
    return { status: 'unknown', reason: "It may be a script of the reader's own project." };
  }
  if (mayRunElsewhere(mention, absence.repository)) {
    return { status: 'unknown', reason: 'It may be a script of another repository.' };
  }
  if (isOwnProduct(absence)) {
    return { status: 'unknown', reason: 'It shows how the product of this repository is used.' };
  }
  if (isWrittenBy(mention.page, name, absence.repository)) {
    return { status: 'unknown', reason: 'The page tells to write this script.' };
  }
  if (scope.type === 'here' && elsewhere.length > 1) return amongSeveral(absence);
  const [only] = elsewhere;
  if (only && !target.workplace.isKnown) {
    return { status: 'unknown', reason: `The folder where it runs may be ${only.folder}.` };
  }
  if (only && candidates.length === 0) {
    return { status: 'unknown', reason: `The page does not say to run it in ${only.folder}.` };
  }
  // Any project may have the scripts of a sample: only its own past says that this one had it.
  if (only && isSample(only, mention)) return { ...nowhere(absence), strength: 'guessed' };
  return only && candidates.length > 0 ? inWorkspace(absence, only) : nowhere(absence);
}

// Other packages have the script; that the one beside the page has lost it, only its past can say.
function amongSeveral(absence: Absence): Resolution {
  const { name } = absence.target.call;
  const [nearest] = absence.candidates;
  const isBeside = nearest?.folder === parentOf(absence.mention.page);
  if (!nearest || !isBeside || !absence.target.workplace.isKnown)
    return { status: 'unknown', reason: `Several packages have a script "${name}".` };
  const { word: _, keyIn: __, ...resolution } = nowhere(absence);
  return { ...resolution, strength: 'guessed', word: name, keyIn: [nearest.file] };
}

// `lerna run watch` in Lerna's own repository is an example for those who use it.
function isOwnProduct({ target, packages }: Absence): boolean {
  const [program = ''] = target.text.split(/\s/);
  const isManager = /^(?:bun|npm|pnpm|yarn)$/.test(program);
  return !isManager && packages.all.some(({ name }) => name === program);
}

/** Whether the page shows the script's line for a `package.json`. */
function isWrittenBy(page: string, name: string, { read }: Repository): boolean {
  return (read(page) ?? '').includes(`"${name}": "`);
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

/** Whether any project has a script of that name: a page that tells to run it may mean any. */
export function isCommon(name: string): boolean {
  return /^(?:dev|develop|build|start|stop|restart|test|preview|serve|lint|format|watch|deploy)$/.test(
    name,
  );
}

function nowhere(absence: Absence): Missing {
  const { target, candidates, packages, mention, repository } = absence;
  const { call, workplace } = target;
  const near = candidates.length > 0 ? candidates : packages.all;
  const names = near.flatMap(({ scripts }) => [...scripts.keys()]);
  const nearest = nearestName(call.name, names);
  const [first] = near;
  const isAnybodys = isCommon(call.name);
  // A plain word stands in many sources and means a script in none of them.
  const isNameOfOne = !isAnybodys && !/^[a-z]+$/.test(call.name);
  const isUserPage = isForUsers(mention.page, repository);
  const isOpen =
    !workplace.isKnown ||
    isUserPage ||
    isReference(mention.page) ||
    (isAnybodys && !isProjectPage(mention.page));
  const keyIn = keysMeant(absence, { near, isReaders: isAnybodys && isUserPage });
  const isProgram = nearest === undefined && mayBeProgram(absence);
  return {
    status: 'missing',
    code: 'script-missing',
    target: call.name,
    ...(nearest !== undefined && { nearest }),
    places: [],
    ...(first && { evidence: { file: first.file } }),
    strength: (isOpen || isProgram) && !isMisspelt(call.name, nearest) ? 'guessed' : 'stated',
    ...(workplace.isKnown && isNameOfOne && call.form === 'explicit' && { word: call.name }),
    ...(workplace.isKnown &&
      (!isNameOfOne || call.form === 'shorthand') &&
      keyIn.length > 0 && { word: call.name, keyIn }),
  };
}

// `yarn astro`; but not `yarn sync-versions` where no dependency is called anything like it.
function mayBeProgram({ target: { call }, mention, packages }: Absence): boolean {
  if (call.form !== 'shorthand' || /:|^(?:start|test)$/.test(call.name)) return false;
  const words = call.name.split('-').filter((word) => word.length > 2);
  if (words.length < 2 || !isProjectPage(mention.page)) return true;
  return packages.all.some(({ dependencies }) =>
    [...dependencies].some((dependency) => {
      const parts = dependency.split(/[^a-z\d]+/i);
      return words.some((word) => parts.includes(word));
    }),
  );
}

// `generate:provide` for `generate:provider`: a name of several words that nobody else would have.
function isMisspelt(name: string, nearest: string | undefined): boolean {
  const isDistinct = name.length >= 12 && /\w[:-]\w/.test(name);
  return isDistinct && nearest !== undefined && editDistance(name, nearest) <= 2;
}

// A script that may be the reader's counts only in a package that the words around name.
function keysMeant(
  absence: Absence,
  { near, isReaders }: { near: readonly Package[]; isReaders: boolean },
): readonly string[] {
  const named = absence.packages.all.filter(
    (entry) => entry.folder !== '' && isExplained(entry, absence),
  );
  return [...(isReaders ? [] : near.slice(0, 3)), ...named].map(({ file }) => file);
}

/** The script in the first of the packages that has it. */
export function foundIn(name: string, candidates: readonly Package[]): Resolution | undefined {
  for (const { file, scripts } of candidates) {
    const script = scripts.get(name) ?? (name === 'restart' ? scripts.get('start') : undefined);
    if (script) {
      return { status: 'found', evidence: { file, line: script.line, text: script.body } };
    }
  }
  return undefined;
}
