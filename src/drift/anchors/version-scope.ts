import { isWithin } from '#drift/repository/files.ts';
import type { Requirement } from '#drift/repository/versions.ts';
import type { Resolution } from './anchor.ts';

/** Folders that stand alone when a reader has copied them: what the repository needs is not theirs. */
export const sample = /(?:^|\/)(?:demos?|examples?|starters?|templates?)\//;

/** The requirements that decide: of the nearest folder above the page, manifests before tools. */
export function decisive(
  product: string,
  page: string,
  all: readonly Requirement[],
): readonly Requirement[] {
  if (sample.test(page)) return [];
  const scoped = all.filter((each) => each.product === product && isWithin(page, each.folder));
  for (const rank of ['required', 'pinned', 'used']) {
    const ranked = scoped.filter((each) => each.rank === rank);
    const deepest = Math.max(...ranked.map(({ folder }) => folder.length));
    const nearest = ranked.filter(({ folder }) => folder.length === deepest);
    if (nearest.length > 0) return nearest;
  }
  return [];
}

/** What the packages below a workspace's root ask of their users: the page may speak of theirs. */
export function packagesBelow(
  { folder, product, rank }: Requirement,
  all: readonly Requirement[],
): readonly Requirement[] {
  // Below a Go module stand modules of tools and samples, which nobody needs to build it.
  if (rank !== 'required' || product === 'go') return [];
  return all.filter(
    (each) =>
      each.product === product &&
      each.rank === 'required' &&
      each.folder !== folder &&
      isWithin(each.folder, folder) &&
      !sample.test(each.file),
  );
}

/** The contradiction of a version that a page states by what the repository asks for. */
export function differs(target: string, { file, line, text, range }: Requirement): Resolution {
  return {
    status: 'contradicted',
    code: 'version-differs',
    target,
    actual: text,
    evidence: { file, line, text },
    nearest: range,
  };
}
