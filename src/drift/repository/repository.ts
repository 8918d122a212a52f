import type { FileIndex } from './files.ts';
import type { History } from './history.ts';

/**
 * A checkout at a revision, as the anchors see it: which files there are, what they say, what
 * became of those that are gone. Reading is synchronous and bounded; nothing outside is followed.
 */
export type Repository = {
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
  readonly build: (repository: Repository) => T;
};

/** Declares a part of the index. Ask for it with `repository.part(…)`. */
export function definePart<T>(name: string, build: (repository: Repository) => T): Part<T> {
  return { name, build };
}
