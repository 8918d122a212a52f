import type { FileIndex } from './files.ts';
import type { Git } from './git.ts';
import { type History, noHistory } from './history.ts';
import { lazy } from './lazy.ts';
import { createLineOrigins } from './line-origins.ts';
import { earlierNames, folderRemovals, readRemovals, removalOf } from './removals.ts';
import { findWordLosses } from './word-losses.ts';

/** The history of a revision, read when first asked. */
export function createHistory(
  git: Git,
  { revision, files }: { revision: string; files: FileIndex },
): History {
  if (revision === '') return noHistory;
  const removals = lazy(() => readRemovals(git, revision));
  const namesOf = lazy(() => earlierNames(removals()));
  const { originOf, expect } = createLineOrigins(git, {
    revision,
    earlierNames: (page) => namesOf()(page),
  });
  const folderOf = lazy(() => folderRemovals(removals(), files));
  const byName = lazy(() => Map.groupBy(removals().keys(), nameOf));
  return {
    isComplete:
      git(['rev-parse', '--is-shallow-repository']).output.toString('utf8').trim() === 'false',
    removalOf: (path) => removalOf(removals(), { path, files }) ?? folderOf()(path),
    removedNamed: (name) => byName().get(name) ?? [],
    expectQuestions: expect,
    writtenOn: (page, line) => originOf(page, line)?.date,
    wordsLost: (questions) => findWordLosses(git, { questions, originOf }),
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
