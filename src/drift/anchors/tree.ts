import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { packagesPart } from '#drift/repository/packages.ts';
import { isProjectPage, isSkill } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { belowOwnName, foldersAbove, joinPath } from './folder.ts';
import { findMatch, isPattern } from './globs.ts';
import { nearestPath } from './nearest-path.ts';
import { isPlaceholder } from './path-text.ts';
import { exists } from './places.ts';
import { type DrawnTree, isDrawnTree, type TreeEntry, treesIn } from './tree-lines.ts';

type TreeTarget = Target & {
  readonly path: string;
  /** Most of its entries are here: it draws this repository. */
  readonly isOwn: boolean;
  /** Whoever uses this repository's product or technology may have the like. */
  readonly isReaders: boolean;
  readonly isUntracked: boolean;
};

/** Each entry of a file tree drawn in a code block. */
export const treeAnchor = defineAnchor<TreeTarget>({
  kind: 'tree',
  forms: ['fence'],
  recognise: (mention, repository) =>
    isDrawnTree(mention.text) ? recogniseTrees(mention, repository) : [],
  resolve: (target, repository) => resolveEntry(target, repository),
});

// A tree that does not fit says that those beside it are examples too.
function recogniseTrees(mention: Mention, repository: Repository): readonly TreeTarget[] {
  const text = repository.read(mention.page) ?? '';
  const trees = treesIn(mention.text).flatMap(({ root, entries }) => {
    const named = entries.filter(({ name }) => !isOmission(name) && !isShownOn(text, name));
    if (named.length === 0) return [];
    return [{ named, root, ...bestBase({ root, mention, entries: named }, repository) }];
  });
  const { page } = mention;
  const least = leastShare(page, repository);
  const isForOthers = isSkill(page) || isForUsers(page, repository);
  const fits = trees.every(({ share }) => share >= least) && !isOfReader(mention);
  return trees.flatMap(({ named, root, base, share }) => {
    const isStrange = isStrangeRoot(root, repository);
    const isAnybodys = isStrange && !isProjectPage(page) && named.every(isCommon);
    const isReaders = isForOthers && (share < 0.5 || isStrange);
    return named.map(({ name, path, start, isUntracked }) => ({
      ...{ text: name, start, isOwn: fits && !isAnybodys, isReaders, isUntracked },
      path: joinPath(base, path) ?? path,
    }));
  });
}

// A site also draws the projects that its readers make, which look like any project.
function leastShare(page: string, repository: Repository): number {
  return isForUsers(page, repository) ? 0.8 : 0.6;
}

// `file-name.ts`, `migration-title.test.ts`: the reader gives the name.
function isStandIn(path: string): boolean {
  return isPlaceholder(path) || /(?:^|\/)[a-zA-Z]+-(?:name|title)(?:\.[\w.]+)?$/.test(path);
}

/** What most projects of a language have. */
const common =
  /^(?:\.[\w.]+|(?:LICEN[CS]E|README|CHANGELOG)(?:\.\w+)?|(?:app|index|main|server)\.\w+|(?:package|package-lock|tsconfig)\.json|(?:pnpm-lock\.yaml|yarn\.lock)|Dockerfile|docker-compose\.ya?ml|(?:app|lib|node_modules|pages|public|src|tests?)\/?)$/i;

function isCommon({ name }: TreeEntry): boolean {
  return common.test(name.replace(/^\.?\//, ''));
}

// `My Function`, where no folder is called so, and not this repository either.
function isStrangeRoot(root: string, repository: Repository): boolean {
  const name = root.replace(/^\.?\//, '');
  return (
    /\w/.test(name) &&
    repository.files.withSuffix(name).length === 0 &&
    belowOwnName(name, repository) === undefined &&
    repository.part(packagesPart).at('')?.name !== name
  );
}

// `/* counter.css */` above its lines: the page gives an example of the file.
function isShownOn(page: string, name: string): boolean {
  return new RegExp(`^\\s*(?:<!--|/\\*|//)\\s*${RegExp.escape(name)}(?![\\w.-])`, 'm').test(page);
}

function isOmission(name: string): boolean {
  return /^(?:\.{2,}|…|etc\.?)$/.test(name) || name.includes('...') || isSentence(name);
}

// A skill that a package ships draws the project of whoever installs it.
function isOfReader({ page }: Mention): boolean {
  return isSkill(page) && !/(?:^|\/)(?:\.|docs\/)/.test(page);
}

// A drawn branch may hold a step of a process as well: `depends on: service`.
function isSentence(name: string): boolean {
  return /\s/.test(name.trim()) && !/\.\w+$/.test(name);
}

/** Folders whose files a program copies, or that show how: a tree is theirs on their own pages alone. */
const copied = /(?:^|\/)(?:templates?|examples?|fixtures)\//;

// The base is the folder under which most entries exist; a tree that fits nowhere is another's.
function bestBase(
  { root, mention, entries }: { root: string; mention: Mention; entries: DrawnTree['entries'] },
  repository: Repository,
): { readonly base: string; readonly share: number } {
  const ending = root.replace(/^\.?\//, '');
  const called =
    root === ''
      ? []
      : repository.files
          .withSuffix(ending)
          .filter((folder) => !copied.test(folder) || copied.test(mention.page));
  // A site draws `src/routes/` of its readers: of several here, none is meant.
  const named = called.length > 1 && isForUsers(mention.page, repository) ? [] : called;
  const spoken = `${mention.context.intro} ${mention.context.headings.at(-1)?.text ?? ''}`;
  const said = [...spoken.matchAll(/[\w.@-]+(?:\/[\w.@-]+)+/g)].map(([path]) =>
    path.replace(/\/$/, ''),
  );
  const bases = new Set([
    ...foldersAbove(mention.page),
    ...named,
    ...said.filter((path) => repository.files.hasFolder(path)),
  ]);
  const sound = entries.filter(({ name, isUntracked }) => !isUntracked && !isStandIn(name));
  const shares = [...bases].slice(0, 40).map((base) => ({
    base,
    share:
      sound.filter(({ path }) => exists(joinPath(base, path) ?? '', repository)).length /
      Math.max(1, sound.length),
  }));
  return shares.sort((a, b) => b.share - a.share)[0] ?? { base: '', share: 0 };
}

function resolveEntry(
  { path, isOwn, isReaders, isUntracked }: TreeTarget,
  repository: Repository,
): Resolution {
  if (exists(path, repository)) return { status: 'found', evidence: { file: path } };
  const { files, history } = repository;
  if (!isOwn && (isReaders || history.removalOf(path) === undefined))
    return { status: 'unknown', reason: 'a tree that does not fit this repository' };
  if (isUntracked) return { status: 'unknown', reason: 'the tree says that git does not hold it' };
  // `[slug].astro` is the name of a file where the history knows it.
  const isKnown = history.removalOf(path) !== undefined;
  if (isPattern(path) && !isKnown) {
    const match = findMatch(path, repository);
    return match === undefined
      ? { status: 'unknown', reason: 'pattern without a match' }
      : { status: 'found', evidence: { file: match }, note: 'by a pattern' };
  }
  if (
    (isStandIn(path) && !isKnown) ||
    files.isIgnored(path) ||
    files.isIgnored(`${path}/`) ||
    /(?:^|\/)(?:node_modules|dist|\.git|\.?venv|__pycache__|\.?husky\/_)$/.test(path)
  ) {
    return { status: 'unknown', reason: 'generated or a placeholder' };
  }
  const nearest = nearestPath(path, repository);
  const parent = parentOf(path);
  return {
    status: 'missing',
    code: 'tree-missing',
    target: path,
    ...(nearest !== undefined && { nearest }),
    places: [path],
    strength: isOwn && files.hasFolder(parent) ? 'stated' : 'guessed',
  };
}
