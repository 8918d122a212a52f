import { resolve } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import { type Git, gitIn, records } from '#drift/repository/git.ts';

/** What identifies the state of a repository, read before anything is checked. */
export type CheckedRepository = {
  /** Top folder of the working tree; the git folder itself for a bare repository. */
  readonly top: string;
  readonly gitFolder: string;
  readonly isBare: boolean;
  /** Path of the asked folder below the top, with a slash at its end; '' at the top. */
  readonly below: string;
  readonly git: Git;
};

/** Finds the git repository that holds a folder. */
export function findRepository(root: string): CheckedRepository {
  const git = gitIn(root);
  const answer = git(['rev-parse', '--is-bare-repository', '--absolute-git-dir', '--show-prefix']);
  if (!answer.isOk) throw notARepository(root, answer.error);
  const [isBare, gitFolder = '', below = ''] = answer.output.toString('utf8').split('\n');
  const top = isBare === 'true' ? gitFolder : topOf(git, root);
  return { top, gitFolder, isBare: isBare === 'true', below, git: gitIn(top) };
}

/** The commit that a name means. */
export function commitOf(git: Git, name: string): string {
  const answer = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (answer.isOk) return answer.output.toString('utf8').trim();
  throw new UsageError(
    `The revision "${name}" is not in this repository. In a shallow clone, fetch it first: git fetch --depth=1 origin ${name}`,
  );
}

/** Begins to list tracked files that differ from the commit, with git's letters for how. */
export function beginChangedFiles(git: Git): () => readonly string[] {
  const status = git.begin(['status', '--porcelain', '-z', '--untracked-files=no']);
  return () => {
    const answer = status.answer();
    if (!answer.isOk) throw new Error(`git status failed: ${answer.error}`);
    return records(answer.output);
  };
}

function topOf(git: Git, root: string): string {
  const answer = git(['rev-parse', '--show-toplevel']);
  if (!answer.isOk) throw notARepository(root, answer.error);
  return answer.output.toString('utf8').replace(/\n$/, '');
}

function notARepository(root: string, words: string): UsageError {
  const why = /dubious ownership/.test(words) ? ` Git says: ${words}` : '';
  return new UsageError(
    `${resolve(root)} is in no git repository: the check reads tracked files and their history.${why}`,
  );
}
