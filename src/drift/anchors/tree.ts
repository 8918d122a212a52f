import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { isProjectPage, isSkill } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { findMatch, isPattern } from './globs.ts';
import { nearestPath } from './nearest-path.ts';
import { isPlaceholder } from './path-text.ts';
import { exists } from './places.ts';
import { type DrawnTree, isDrawnTree, treesIn } from './tree-lines.ts';

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
  const trees = treesIn(mention.text).flatMap(({ root, entries }) => {
    const named = entries.filter(({ name }) => !isOmission(name));
    if (named.length === 0) return [];
    const found = bestBase({ root, mention, entries: named }, repository);
    return [{ named, isAnybodys: isAnybodys({ root, named }, repository), ...found }];
  });
  const { page } = mention;
  const least = leastShare(page, repository);
  const isReaders = isSkill(page) || isForUsers(page, repository);
  const isOwn =
    trees.every(({ share }) => share >= least) &&
    !isOfReader(mention) &&
    (isProjectPage(page) || !trees.some((tree) => tree.isAnybodys));
  return trees.flatMap(({ named, base }) =>
    named.map(({ name, path, start, isUntracked }) => ({
      ...{ text: name, start, isOwn, isReaders, isUntracked },
      path: joinPath(base, path) ?? path,
    })),
  );
}

// A site also draws the projects that its readers make, which look like any project.
function leastShare(page: string, repository: Repository): number {
  return isForUsers(page, repository) ? 0.8 : 0.6;
}

// `file-name.ts`, `migration-title.test.ts`: the reader gives the name.
function isStandIn(path: string): boolean {
  return isPlaceholder(path) || /(?:^|\/)(?:[a-zA-Z]+-)+(?:name|title)(?:\.[\w.]+)?$/.test(path);
}

/** What most projects of a language have. */
const common =
  /^(?:\.[\w.]+|(?:LICEN[CS]E|README|CHANGELOG)(?:\.\w+)?|(?:app|index|main|server)\.\w+|(?:package|package-lock|tsconfig)\.json|(?:pnpm-lock\.yaml|yarn\.lock)|Dockerfile|docker-compose\.ya?ml|(?:app|lib|node_modules|pages|public|src|tests?)\/?)$/i;

// `My Function` with a README and an `index.js`, where no folder is called so.
function isAnybodys(
  { root, named }: { readonly root: string; readonly named: DrawnTree['entries'] },
  { files }: Repository,
): boolean {
  const isNamed = /\w/.test(root) && files.withSuffix(root.replace(/^\.?\//, '')).length === 0;
  return isNamed && named.every(({ name }) => common.test(name.replace(/^\.?\//, '')));
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
  const isKnown = isPattern(path) && history.removalOf(path) !== undefined;
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
    /(?:^|\/)(?:node_modules|dist|\.git)$/.test(path)
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
