import { findDrift } from '#drift/check.ts';
import { repositoryWith } from './repository.ts';

type Contents = Parameters<typeof repositoryWith>[0];

/** The verdicts on one page of a repository, as `kind text verdict` in reading order. */
export function verdictsOn(
  markdown: string,
  {
    page = 'README.md',
    kinds = [],
    ...contents
  }: Partial<Contents> & {
    readonly page?: string;
    /** Only these kinds; all when left out. */
    readonly kinds?: readonly string[];
  },
): readonly string[] {
  const repository = repositoryWith({
    ...contents,
    files: { ...contents.files, [page]: markdown },
  });
  return findDrift(repository, { pages: [page] })
    .claims.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ kind, text, verdict }) => `${kind} ${text} ${verdict}`);
}
