import type { Mention } from '#drift/claims/mention.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { type CommandTarget, commandTargets, type FileTarget } from './command-target.ts';
import { resolveTask } from './command-task.ts';
import { belowOwnName, joinPath, type Workplace, workplaceOf } from './folder.ts';
import { type Invocation, invocationsOf } from './invocation.ts';
import { misspeltPath, nearestPath } from './nearest-path.ts';
import { mayRunElsewhere } from './other-clone.ts';
import { mayBeElsewhere } from './other-repository.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
import { exists, isElsewhere, isRemovedSince } from './places.ts';
import { isAboutReadersProject, sectionBefore } from './reader.ts';

type CommandMention = Target & { readonly needs: CommandTarget; readonly workplace: Workplace };

/** The files and tasks that a command on a page needs: `node scripts/x.js`, `make build`. */
export const commandAnchor = defineAnchor<CommandMention>({
  kind: 'command',
  forms: ['inline-code', 'fence'],
  recognise: (mention, repository) =>
    invocationsOf(mention)
      .filter(({ args }) => mention.form === 'fence' || args.length > 0 || isAsRoot(mention))
      .flatMap((invocation) => targetsOf(invocation, mention, repository)),
  resolve: ({ needs, workplace }, repository, mention) =>
    needs.type === 'file'
      ? resolveFile({ needs, workplace, mention }, repository)
      : resolveTask({ needs, workplace, mention }, repository),
});

// `sudo ./install.sh` is a command; `./install.sh` alone is a path.
function isAsRoot({ text }: Mention): boolean {
  return text.trimStart().startsWith('sudo ');
}

function targetsOf(
  invocation: Invocation,
  mention: Mention,
  repository: Repository,
): readonly CommandMention[] {
  const targets = commandTargets(invocation);
  if (targets.length === 0) return [];
  const workplace = workplaceOf(invocation, mention, repository);
  return targets
    .filter((needs) => needs.type !== 'file' || isOurs(needs, { workplace, mention }, repository))
    .map((needs, at) => {
      // What comes second stands by itself: two targets of one command do not overlap.
      const start = at === 0 ? invocation.program.start : needs.word.start;
      return { text: mention.text.slice(start, needs.word.end), start, needs, workplace };
    });
}

/** What makes a folder on the way. */
const MADE = '\\b(?:mkdir|clone|create[\\w-]*|init|new|startproject|tar|unzip|worktree)\\b';

// `cd my-app` may be anybody's; `cd web` is ours where there is or was such a folder.
function isOurs(
  { word: { value } }: FileTarget,
  { workplace: { folders }, mention }: Omit<FileQuestion, 'needs'>,
  repository: Repository,
): boolean {
  if (/[./]/.test(value)) return true;
  const { page, text } = mention;
  if (isForUsers(page, repository)) return false;
  const above = `${sectionBefore(mention, repository)}\n${text}`;
  if (new RegExp(`${MADE}[^\\n]*\\b${RegExp.escape(value)}\\b`).test(above)) return false;
  const { files, history } = repository;
  return ['', ...folders].some((base) => {
    const place = joinPath(base, value);
    return (
      place !== undefined && (files.hasFolder(place) || history.removalOf(place) !== undefined)
    );
  });
}

type FileQuestion = {
  readonly needs: FileTarget;
  readonly workplace: Workplace;
  readonly mention: Mention;
};

function resolveFile(question: FileQuestion, repository: Repository): Resolution {
  const { needs, workplace, mention } = question;
  const path = needs.word.value;
  const bases = [...new Set([...workplace.folders, ''])];
  const places = bases.map((base) => joinPath(base, path)).filter((place) => place !== undefined);
  const place = places.find((each) => exists(each, repository) || exists(`${each}.js`, repository));
  if (place !== undefined) return { status: 'found', evidence: { file: place } };
  const suffix = path.replace(/^(?:\.{0,2}\/)+/, '');
  const [ending, ...more] = repository.files.withSuffix(suffix);
  const { history } = repository;
  const stated = { ...mention, text: path };
  if (ending !== undefined && !places.some((each) => isRemovedSince(each, stated, history))) {
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
    places: places.length > 0 ? places : [suffix],
    ...(misspelt !== undefined && { evidence: { file: misspelt } }),
    strength: isSureFile(question, repository) || misspelt !== undefined ? 'stated' : 'guessed',
  };
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
  { workplace, mention }: Omit<FileQuestion, 'needs'>,
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

// A script of a folder that is there, on a page about working here.
function isSureFile({ needs, workplace, mention }: FileQuestion, repository: Repository): boolean {
  if (!workplace.isKnown || isAboutReadersProject(mention)) return false;
  const path = needs.word.value;
  if (needs.mayBeMade && !needs.isSample)
    return isOfWorkspace(path, { workplace, mention }, repository);
  return (
    (needs.isSample || isScript(path)) &&
    hasParent(path, { workplace, isSample: needs.isSample === true }, repository) &&
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
