import type { FileIndex } from './files.ts';
import type { History } from './history.ts';

/**
 * A checkout at a revision, as the anchors see it: which files there are, what they say, what
 * became of those that are gone. Reading is synchronous and bounded; nothing outside is followed.
 */
export type Repository = {
  /** The commit that was read, in full; `''` on an unborn branch. */
  readonly revision: string;
  /** Day of that commit, `YYYY-MM-DD`. */
  readonly date: string;
  /** `owner/name` on GitHub, where the remote says so. */
  readonly name?: string;
  readonly files: FileIndex;
  /** The text of a tracked file; undefined when it is absent, binary, a link, or over the size limit. */
  readonly read: (path: string) => string | undefined;
  readonly history: History;
  /** A part of the index, built when first asked for and kept. */
  readonly part: <T>(part: Part<T>) => T;
};

/** A part of the index, such as scripts or routes: one file per part in this folder. */
export type Part<T> = {
  readonly name: string;
  readonly of: (repository: Repository) => T;
};

/** Declares a part of the index. Ask for it with `repository.part(…)`; it is built once. */
export function definePart<T>(name: string, build: (repository: Repository) => T): Part<T> {
  const built = new WeakMap<Repository, { readonly value: T }>();
  return {
    name,
    of: (repository) => {
      const kept = built.get(repository) ?? { value: build(repository) };
      built.set(repository, kept);
      return kept.value;
    },
  };
}

/** A repository over its sources of truth. */
export function createRepository(source: Omit<Repository, 'part'>): Repository {
  const repository: Repository = { ...source, part: (part) => part.of(repository) };
  return repository;
}
