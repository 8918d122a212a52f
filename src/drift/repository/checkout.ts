import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBlobs } from './blobs.ts';
import { readEntries, type TreeEntry } from './entries.ts';
import { indexFiles } from './files.ts';
import { type Git, gitIn } from './git.ts';
import { createHistory } from './git-history.ts';
import { readIgnored } from './ignored.ts';
import { memoised } from './lazy.ts';
import { remoteName } from './remote-name.ts';
import { createRepository, type Repository } from './repository.ts';
import { sizeLimitOf } from './sources.ts';
import { textOf } from './text.ts';

/** Why a folder could not be read as a repository. */
export class RepositoryError extends Error {
  override readonly name = 'RepositoryError';
}

/**
 * Reads the working tree at a folder, or any revision of it without a checkout. Tracked files
 * only. Throws `RepositoryError` where the folder is in no git repository or lacks the revision.
 */
export function readRepository(root: string, revision?: string): Repository {
  const git = gitIn(root);
  const top = topOf(git, root);
  const gitAtTop = gitIn(top);
  const head = commitOf(gitAtTop, revision);
  const entries = readEntries(gitAtTop, revision === undefined ? undefined : head.commit);
  const read = memoised(
    revision === undefined ? workingTree(top, entries, gitAtTop) : blobs(gitAtTop, entries),
  );
  const paths = entries.map(({ path }) => path);
  const files = indexFiles(paths, {
    isIgnored: readIgnored(paths, read),
    links: linksOf(entries, gitAtTop),
    submodules: entries.filter(({ type }) => type === 'submodule').map(({ path }) => path),
  });
  const name = remoteName(gitAtTop);
  return createRepository({
    revision: head.commit,
    date: head.date,
    ...(name !== undefined && { name }),
    files,
    read,
    history: createHistory(gitAtTop, {
      revision: head.commit,
      files,
      state: revision === undefined ? 'working-tree' : 'revision',
    }),
  });
}

function topOf(git: Git, root: string): string {
  const answer = git(['rev-parse', '--show-toplevel']);
  if (answer.isOk) return answer.output.toString('utf8').replace(/\n$/, '');
  const bare = git(['rev-parse', '--absolute-git-dir']);
  if (bare.isOk) return bare.output.toString('utf8').replace(/\n$/, '');
  throw new RepositoryError(`${resolve(root)} is in no git repository (${answer.error}).`);
}

function commitOf(git: Git, revision: string | undefined): { commit: string; date: string } {
  const wanted = revision ?? 'HEAD';
  const answer = git(['log', '-1', '--format=%H %as', '--end-of-options', wanted, '--']);
  const [commit = '', date = ''] = answer.output.toString('utf8').trim().split(' ');
  if (!answer.isOk && revision !== undefined) {
    throw new RepositoryError(`The revision "${revision}" is not in this repository.`);
  }
  return { commit, date };
}

function workingTree(
  top: string,
  entries: readonly TreeEntry[],
  git: Git,
): (path: string) => string | undefined {
  const types = new Map(entries.map((entry) => [entry.path, entry]));
  const realTop = realpathSync(top);
  return (path) => {
    const entry = types.get(path);
    if (entry?.type !== 'file') return undefined;
    try {
      const file = join(realTop, path);
      const { size } = lstatSync(file);
      return size > sizeLimitOf(path) ? undefined : textOf(readFileSync(file));
    } catch {
      const blob = git(['cat-file', 'blob', entry.object]);
      return blob.isOk ? textOf(blob.output) : undefined;
    }
  };
}

/** Reads blobs by one `git cat-file --batch` for each file extension that is asked for. */
function blobs(git: Git, entries: readonly TreeEntry[]): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  const waiting = Map.groupBy(entries.filter(isReadable), ({ path }) => extensionOf(path));
  return (path) => {
    const extension = extensionOf(path);
    const wanted = waiting.get(extension);
    if (wanted) {
      waiting.delete(extension);
      for (const [file, text] of readTexts(git, wanted)) texts.set(file, text);
    }
    return texts.get(path);
  };
}

function isReadable({ type, size, path }: TreeEntry): boolean {
  return type === 'file' && (size ?? 0) <= sizeLimitOf(path);
}

// A file without an extension counts among those of its name.
function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(Math.max(0, name.lastIndexOf('.')));
}

function readTexts(
  git: Git,
  entries: readonly TreeEntry[],
): readonly [string, string | undefined][] {
  const blobs = new Map(
    readBlobs(
      git,
      entries.map(({ object }) => object),
    ),
  );
  return entries.flatMap(({ path, object }): [string, string | undefined][] => {
    const blob = blobs.get(object);
    return blob ? [[path, textOf(blob)]] : [];
  });
}

function linksOf(entries: readonly TreeEntry[], git: Git): ReadonlyMap<string, string> {
  const links = entries.filter(({ type }) => type === 'link');
  return new Map(
    readTexts(git, links).flatMap(([path, target]) =>
      target === undefined ? [] : [[path, target] as const],
    ),
  );
}
