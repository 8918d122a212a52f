import { parentOf } from './files.ts';
import { definePart, type Repository } from './repository.ts';
import { versionReaders } from './version-readers.ts';

/** A place where the repository says which version of a program it needs. */
export type Requirement = {
  readonly product: string;
  /** A range such as `>=22` or `^20.1`, or an exact version such as `24.1.0`. */
  readonly range: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Folder that it is for; '' for the whole repository. */
  readonly folder: string;
  /**
   * `required` by a manifest, `pinned` for tools and images: the first kind there is decides.
   * A library is `dependent`: the product is the name of its package.
   */
  readonly rank: 'required' | 'pinned' | 'used' | 'dependent';
};

/** Every version requirement of the repository. */
export const versionsPart = definePart('versions', readVersions);

function readVersions(repository: Repository): readonly Requirement[] {
  return repository.files.paths.flatMap((file) => {
    const reader = versionReaders.find(({ name }) => name.test(file));
    const text = reader && repository.read(file);
    if (
      !reader ||
      text === undefined ||
      /(?:^|\/)(?:node_modules|fixtures?|examples?)\//.test(file)
    )
      return [];
    const folder = parentOf(file);
    return reader
      .read(text)
      .map((found) => ({ ...found, file, folder: reader.isGlobal ? '' : folder }));
  });
}
