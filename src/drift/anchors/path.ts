import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { ownName } from '#drift/repository/own-name.ts';
import { packagesPart } from '#drift/repository/packages.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { foldersAbove, joinPath } from './folder.ts';
import { isPattern } from './globs.ts';
import { labelledAddress } from './link-label.ts';
import { isBranch, isBranchPrefix, isImage, isOfProtocol, isRequest } from './other-word.ts';
import { isOpen, missingPath } from './path-absence.ts';
import { resolvePattern } from './path-pattern.ts';
import { pathsInText } from './path-prose.ts';
import { isPlaceholder, type PathShape, pathShape } from './path-text.ts';
import {
  candidatePaths,
  findPlace,
  isElsewhere,
  isRemovedSince,
  movedSince,
  type Place,
} from './places.ts';

type PathTarget = Target & {
  readonly shape: PathShape;
  /** In running text a path claims nothing by its form: only the history can refute it. */
  readonly isInText: boolean;
};

/** A file or folder in a code span: `src/a.ts`, `docs/`, `package.json`, `src/**\/*.sql`. */
export const pathAnchor = defineAnchor<PathTarget>({
  kind: 'path',
  forms: ['inline-code', 'prose', 'fence'],
  recognise: (mention, repository) =>
    mention.form === 'inline-code' && !/\S\s+\S/.test(mention.text)
      ? recognisePath(mention, repository)
      : recogniseInText(mention, repository),
  resolve: ({ shape, isInText }, repository, mention) => {
    const resolution = resolvePath(shape, mention, repository);
    const isGuess =
      isInText && resolution.status === 'missing' && resolution.evidence === undefined;
    return isGuess ? { ...resolution, strength: 'guessed' } : resolution;
  },
});

function recognisePath(mention: Mention, repository: Repository): readonly PathTarget[] {
  const text = mention.text.trim();
  const shape = pathShape(text);
  if (!shape) return [];
  const { segments, hasExtension, isFolder, path } = shape;
  const start = mention.text.indexOf(text);
  const place = findPlace(path, mention.page, repository);
  const isKnown = place !== undefined;
  const isNamed = hasExtension || isFolder || segments.length > 1;
  if (isBranchPrefix(text, mention)) return [];
  if (!isKnown && (isBranch(text, mention) || isLinkedElsewhere(mention, repository))) return [];
  if (!isNamed && !(place && isAboutFolders(mention, place))) return [];
  if (!isKnown && (isRequest(mention, shape) || isImage(mention, shape))) return [];
  if (!isKnown && isOfProtocol(text, mention, repository)) return [];
  if (
    !isKnown &&
    isOtherThing(shape, mention, repository) &&
    !wasFile(shape, mention.page, repository)
  )
    return [];
  return [{ text, start, shape, isInText: false }];
}

// `[`script/task`](https://…)`: the pattern or file of another project.
function isLinkedElsewhere(mention: Mention, repository: Repository): boolean {
  const labelled = labelledAddress(mention, repository);
  if (labelled?.words !== '') return false;
  const name = repository.part(ownName);
  // `[`a.ts`](https://…/blob/3f2c…/a.ts)`: as it was at that commit.
  const isPinned = /\/(?:blob|tree)\/[\da-f]{7,40}\//.test(labelled.address);
  return name === undefined || isPinned || !labelled.address.includes(name);
}

function recogniseInText(mention: Mention, repository: Repository): readonly PathTarget[] {
  return pathsInText(mention, repository).flatMap(({ text, start }) => {
    const shape = pathShape(text);
    return shape ? [{ text, start, shape, isInText: true }] : [];
  });
}

// "This package is `private`": what stands elsewhere is meant where the word is beside it.
function isAboutFolders({ context: { before, after } }: Mention, { note }: Place): boolean {
  const isBeside =
    /\b(?:director(?:y|ies)|folders?|packages?|workspaces?|modules?)(?: named| called)?:?\s*$/i.test(
      before,
    ) || /^\s*(?:director|folder|package|workspace|module)/i.test(after);
  return (
    isBeside ||
    (note === undefined && /\b(?:director|folder|package|workspace|module)/i.test(before + after))
  );
}

// `.env.example` looks like a suffix, `src/parts` like two words and `parts/` like a folder of
// anybody's, but were there where the history says so.
function wasFile({ path, isFolder }: PathShape, page: string, repository: Repository): boolean {
  return (isFolder || /^\.[a-z.]+$|[\w-]\/[\w-]/.test(path)) && hasGone(path, page, repository);
}

// Names of products (`Node.js`), suffixes (`.test.ts`), routes, module specifiers, and words with
// a slash (`and/or`, `text/html`, `feature/x`) look like paths and are none.
function isOtherThing(
  { path, segments, hasExtension, isFolder }: PathShape,
  { page, context }: Mention,
  repository: Repository,
): boolean {
  const first = segments[0] ?? '';
  if (isQualifiedName(path, page, repository)) return true;
  if (!hasExtension && !isFolder && isOfDependency(first, page, repository)) return true;
  if (segments.length === 1) {
    return (
      !hasExtension || /^\.[a-z.]+$/.test(path) || /^[A-Z][A-Za-z]*\.(?:html|io|js|md)$/.test(path)
    );
  }
  if (hasExtension || isPattern(path)) return false;
  const { files } = repository;
  const isNear = foldersAbove(page).some((base) => files.hasFolder(joinPath(base, first) ?? '/'));
  if (isNear && !path.startsWith('/')) return false;
  const isCalledFolder = isFolder || /^\s*(?:director|folder)/i.test(context.after);
  return !isCalledFolder || files.withSuffix(first).length === 0;
}

// `vite/client`: a module of what the page's package depends on.
function isOfDependency(name: string, page: string, repository: Repository): boolean {
  const nearest = repository.part(packagesPart).nearest(parentOf(page));
  return nearest?.dependencies.has(name) === true;
}

// `pkg/clock.Monotonic` is a name in the package `pkg/clock`.
function isQualifiedName(path: string, page: string, { files }: Repository): boolean {
  const [, folder] = /^(.*\/[\w-]+)\.[A-Z]\w*$/.exec(path) ?? [];
  return folder !== undefined && candidatePaths(folder, page).some(files.hasFolder);
}

/** Whether a path is in the tree, as the page may write it. */
function resolvePath(shape: PathShape, mention: Mention, repository: Repository): Resolution {
  const { page } = mention;
  const { path } = shape;
  const place = findPlace(path, page, repository);
  if (place && (place.note === undefined || !hasGoneSince(path, mention, repository))) {
    const evidence = { file: place.path };
    return { status: 'found', evidence, ...(place.note !== undefined && { note: place.note }) };
  }
  if (isPattern(path)) return resolvePattern(path, page, repository);
  const module =
    shape.isFolder || shape.hasExtension ? undefined : moduleAt(path, page, repository);
  if (module !== undefined) {
    return { status: 'found', evidence: { file: module }, note: 'without its extension' };
  }
  if (isPlaceholder(path)) return { status: 'unknown', reason: 'placeholder' };
  if (isElsewhere(path, page, repository)) return ignoredPath(shape, mention, repository);
  if (isOpen(shape.segments) && !isProjectPage(page)) {
    return { status: 'unknown', reason: 'a file that a tool reads in any project' };
  }
  return missingPath(shape, mention, repository);
}

function ignoredPath(shape: PathShape, mention: Mention, repository: Repository): Resolution {
  const moved = movedSince(shape.path, mention, repository);
  if (moved === undefined) return { status: 'unknown', reason: 'ignored by git' };
  return { ...missingPath(shape, mention, repository), places: [moved] };
}

// What ends so elsewhere is not meant where it lay right here when the line was written. A name
// alone says no place, and a site may speak of its readers' files.
function hasGoneSince(path: string, mention: Mention, repository: Repository): boolean {
  const { page } = mention;
  if (!path.includes('/') || isForUsers(page, repository)) return false;
  return candidatePaths(path, page).some((place) =>
    isRemovedSince(place, mention, repository.history),
  );
}

// Whether the history ever had it right here.
function hasGone(path: string, page: string, { history }: Repository): boolean {
  return candidatePaths(path, page).some((place) => history.removalOf(place) !== undefined);
}

function moduleAt(path: string, page: string, { files }: Repository): string | undefined {
  return candidatePaths(path, page)
    .flatMap((place) =>
      ['ts', 'tsx', 'js', 'mjs', 'py', 'yaml', 'yml', 'json'].map((end) => `${place}.${end}`),
    )
    .find((place) => files.hasFile(place));
}
