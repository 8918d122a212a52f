import type { JudgedClaim } from './verdict.ts';

/** The claims of two states of a repository, side by side. */
export type PairedClaims = {
  /** Each present claim with what it was before; without where it is new. */
  readonly pairs: readonly { readonly claim: JudgedClaim; readonly earlier?: JudgedClaim }[];
  /** Earlier claims that are none any more. */
  readonly vanished: readonly JudgedClaim[];
};

/**
 * Finds what each claim was before: the same text below the same headings of the same page, at its
 * place or else in order. The kind may differ: what is no route any more is perhaps still a path.
 */
export function pairClaims(
  now: readonly JudgedClaim[],
  before: readonly JudgedClaim[],
  earlierNames: ReadonlyMap<string, string>,
): PairedClaims {
  const left = Map.groupBy(before, keyOf);
  const take = (claim: JudgedClaim, isSame: (earlier: JudgedClaim) => boolean) => {
    const pool = left.get(keyOf({ ...claim, page: earlierNames.get(claim.page) ?? claim.page }));
    const at = pool?.findIndex(isSame) ?? -1;
    return at < 0 ? undefined : pool?.splice(at, 1)[0];
  };
  const taken = new Map<JudgedClaim, JudgedClaim>();
  for (const isSame of likeness) {
    for (const claim of now) {
      const earlier = taken.has(claim)
        ? undefined
        : take(claim, (candidate) => isSame(claim, candidate));
      if (earlier) taken.set(claim, earlier);
    }
  }
  return {
    pairs: now.map((claim) => {
      const earlier = taken.get(claim);
      return { claim, ...(earlier && { earlier }) };
    }),
    vanished: [...left.values()].flat(),
  };
}

type Likeness = (claim: JudgedClaim, earlier: JudgedClaim) => boolean;

/** The surest first: a claim takes no other's past while that one can still be told. */
const likeness: readonly Likeness[] = [
  (claim, { line, column }) => claim.line === line && claim.column === column,
  (claim, { kind }) => claim.kind === kind,
  () => true,
];

function keyOf({ page, section, text }: JudgedClaim): string {
  return [page, section, text].join('\0');
}
