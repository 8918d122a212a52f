import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isReadAtHost } from '#drift/repository/sites.ts';
import type { Resolution } from './anchor.ts';
import type { FileTarget } from './command-target.ts';
import { belowOwnName, joinPath, type Workplace } from './folder.ts';
import { isFileMadeAbove } from './made-above.ts';
import { misspeltPath, nearestPath } from './nearest-path.ts';
import { mayRunElsewhere } from './other-clone.ts';
import { mayBeElsewhere } from './other-repository.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
import { exists, isElsewhere, isRemovedSince } from './places.ts';
import { isAboutReadersProject } from './reader.ts';

/** A file that a command needs, and where it runs. */
export type FileQuestion = {
  readonly needs: FileTarget;
  readonly workplace: Workplace;
  readonly mention: Mention;
  /** Nothing that runs before it may make a file. */
  readonly isSettled: boolean;
};

/** The file that a command runs or reads: tracked, gone, or another one by its ending. */
export function resolveFile(question: FileQuestion, repository: Repository): Resolution {
  const { needs, workplace, mention } = question;
  const path = needs.word.value;
  const bases = [...new Set([...workplace.folders, ''])];
  const places = bases.map((base) => joinPath(base, path)).filter((place) => place !== undefined);
  const place = places.find((each) => exists(each, repository) || exists(`${each}.js`, repository));
  if (place !== undefined) return { status: 'found', evidence: { file: place } };
  const suffix = path.replace(/^(?:\.{0,2}\/)+/, '');
  const [ending, ...more] = repository.files.withSuffix(suffix);
  const { history } = repository;
  if (ending !== undefined && !places.some((each) => isRemovedSince(each, mention, history))) {
    const note = more.length > 0 ? 'one of several by its ending' : 'by its ending';
    return { status: 'found', evidence: { file: ending }, note };
  }
  if (belowOwnName(path, repository) !== undefined)
    return { status: 'unknown', reason: 'the folder of the clone' };
  if (isShownOn(repository.read(mention.page) ?? '', path))
    return { status: 'unknown', reason: 'the page shows what to write into it' };
  if (isPlaceholder(path) || isElsewhere(path, mention.page, repository) || isBuilt(path)) {
    return { status: 'unknown', reason: 'generated, or made by the reader' };
  }
  const misspelt = misspeltPath(suffix, repository);
  const nearest = misspelt ?? nearestPath(path, repository);
  return {
    status: 'missing',
    code: 'command-missing',
    target: suffix,
    ...(nearest !== undefined && { nearest }),
    places: placesMeant(places, question, suffix),
    ...(misspelt !== undefined && { evidence: { file: misspelt } }),
    strength: isSureFile(question, repository) || misspelt !== undefined ? 'stated' : 'guessed',
  };
}

// No command of a page runs in the folder of the pages, unless the page is that folder's README.
function placesMeant(
  places: readonly string[],
  { mention: { page }, needs }: FileQuestion,
  suffix: string,
): readonly string[] {
  const folder = parentOf(page);
  const isOfPages = /(?:^|\/)(?:docs?|documentation)(?:\/|$)/.test(folder) && !isReadAtHost(page);
  const beside = isOfPages ? joinPath(folder, needs.word.value) : undefined;
  const meant = places.filter((place) => place !== beside);
  return meant.length > 0 ? meant : [suffix];
}

// `**role.yaml**` alone above a block of code.
function isShownOn(page: string, path: string): boolean {
  const isBare = !path.includes('/') && page.includes(path);
  const name = RegExp.escape(path);
  return (
    isBare &&
    new RegExp(
      `^[^\\w\\n]*${name}[^\\w\\n]*\\n\\s*(?:\`\`\`|~~~)(?!(?:ba|z)?sh|console|shell)`,
      'm',
    ).test(page)
  );
}

function isBuilt(path: string): boolean {
  return /(?:^|\/)(?:node_modules|dist|build|out|target|bin|\.next|venv|\.venv)\//.test(path);
}

// `cd packages/old-name` on a page about working here: what a workspace has, nobody makes on the way.
function isOfWorkspace(
  path: string,
  { workplace, mention }: Pick<FileQuestion, 'workplace' | 'mention'>,
  repository: Repository,
): boolean {
  const [, group = ''] =
    /^(?:\.\/)?(apps|crates|examples|libs|modules|packages|plugins|samples|services)\/[\w@-]+\/?$/.exec(
      path,
    ) ?? [];
  const isGroup = group !== '' && repository.files.hasFolder(group);
  const isFirst = workplace.folders.includes('') && mention.text.trimStart().startsWith('cd ');
  return (
    isGroup &&
    isFirst &&
    isProjectPage(mention.page) &&
    !mayBeElsewhere(path, mention, repository) &&
    !mayRunElsewhere(mention, repository)
  );
}

function isSureSample(
  { needs, mention, isSettled }: FileQuestion,
  repository: Repository,
): boolean {
  return (
    needs.isSample === true && isSettled && !isFileMadeAbove(needs.word.value, mention, repository)
  );
}

// A script of a folder that is there, on a page about working here.
function isSureFile(question: FileQuestion, repository: Repository): boolean {
  const { needs, workplace, mention } = question;
  if (!workplace.isKnown || isAboutReadersProject(mention)) return false;
  const path = needs.word.value;
  const isSample = isSureSample(question, repository);
  if (needs.mayBeMade && !isSample) return isOfWorkspace(path, { workplace, mention }, repository);
  return (
    (isSample || isScript(path)) &&
    hasParent(path, { workplace, isSample }, repository) &&
    isProjectPage(mention.page) &&
    !mayBeElsewhere(path, mention, repository)
  );
}

function isScript(path: string): boolean {
  return (
    hasExtension(path.slice(path.lastIndexOf('/') + 1)) || /(?:^|\/)scripts?\/[^/]+$/.test(path)
  );
}

// `cp .env.example .env` begins with what is there; another bare name may be made on the way.
function hasParent(
  path: string,
  { workplace, isSample }: { readonly workplace: Workplace; readonly isSample: boolean },
  { files }: Repository,
): boolean {
  if (!path.replace(/^\.\//, '').includes('/')) return isSample;
  return workplace.folders.some((base) => {
    const parent = joinPath(base, path)?.replace(/\/?[^/]*$/, '');
    return parent !== undefined && parent !== '' && files.hasFolder(parent);
  });
}
