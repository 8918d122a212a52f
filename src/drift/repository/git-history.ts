import { createBlame } from './blame.ts';
import type { FileIndex } from './files.ts';
import type { Git } from './git.ts';
import { type History, noHistory, type Removal } from './history.ts';
import { folderRemovals, readRemovals, removalOf } from './removals.ts';
import { findWordLosses } from './word-losses.ts';

/** The history of a revision, read when first asked. */
export function createHistory(
  git: Git,
  { revision, files }: { revision: string; files: FileIndex },
): History {
  if (revision === '') return noHistory;
  let read: ((path: string) => Removal | undefined) | undefined;
  const originOf = createBlame(git, revision);
  const readOnce = () => {
    const removals = readRemovals(git, revision);
    const folderOf = folderRemovals(removals, files);
    return (path: string) => removalOf(removals, { path, files }) ?? folderOf(path);
  };
  return {
    isComplete:
      git(['rev-parse', '--is-shallow-repository']).output.toString('utf8').trim() === 'false',
    removalOf: (path) => {
      read ??= readOnce();
      return read(path);
    },
    writtenOn: (page, line) => originOf(page, line)?.date,
    wordsLost: (questions) => findWordLosses(git, { questions, originOf }),
  };
}
