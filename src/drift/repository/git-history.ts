import type { FileIndex } from './files.ts';
import { type Git, isShallow } from './git.ts';
import { type History, noHistory } from './history.ts';
import { lazy } from './lazy.ts';
import { createLineOrigins } from './line-origins.ts';
import {
  beginRemovals,
  beginRemovalsOfTree,
  earlierNames,
  folderContents,
  folderRemovals,
  removalOf,
} from './removals.ts';
import { findWordLosses } from './word-losses.ts';

type HistorySource = {
  readonly revision: string;
  readonly files: FileIndex;
  /** What `files` are: those of the revision, or those of the working tree above it. */
  readonly state: 'revision' | 'working-tree';
};

/** The history of a revision, or of the working tree above it, read when first asked. */
export function createHistory(git: Git, { revision, files, state }: HistorySource): History {
  if (revision === '') return noHistory;
  const begin = state === 'revision' ? beginRemovals : beginRemovalsOfTree;
  const removals = begin(git, revision);
  const namesOf = lazy(() => earlierNames(removals()));
  const { originOf, expect } = createLineOrigins(git, {
    revision,
    earlierNames: (page) => namesOf()(page),
    isByWords: true,
  });
  const below = lazy(() => folderContents(removals()));
  const folderOf = lazy(() => folderRemovals(removals(), { files, below: below() }));
  const byName = lazy(() => Map.groupBy(removals().keys(), nameOf));
  const foldersByName = lazy(() => {
    const gone = [...below().keys()].filter((folder) => !files.hasFolder(folder));
    return Map.groupBy(gone, nameOf);
  });
  return {
    isComplete: !isShallow(git),
    removalOf: (path) => removalOf(removals(), { path, files }) ?? folderOf()(path),
    removedNamed: (name) => byName().get(name) ?? [],
    removedFoldersNamed: (name) => foldersByName().get(name) ?? [],
    removedPaths: () => removals().keys(),
    expectQuestions: (page) => expect([page]),
    writtenOn: (page, line) => originOf(page, line)?.date,
    wordsLost: (questions) => findWordLosses(git, { questions, originOf }),
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
