import type { Report } from '#drift/check.ts';
import type { JudgedClaim, Verdict } from '#drift/verdict.ts';

/** The verdicts in the order in which reports count them. */
export const verdicts = [
  'holds',
  'drifted',
  'unfounded',
  'unproven',
  'held-back',
] as const satisfies readonly Verdict[];

/** How many claims have each verdict. */
export type Counts = Readonly<Record<Verdict, number>>;

/** The denominator of a run. */
export type Totals = {
  readonly pages: number;
  readonly pagesHeldBack: number;
  readonly claims: number;
  readonly verdicts: Counts;
  readonly kinds: Readonly<Record<string, Counts>>;
};

/** Counts the claims of a report by kind and verdict, and its pages. */
export function totalsOf({ claims, pages }: Report): Totals {
  const kinds = [...new Set(claims.map(({ kind }) => kind))].sort();
  return {
    pages: pages.length,
    pagesHeldBack: pages.filter(({ heldBack }) => heldBack !== undefined).length,
    claims: claims.length,
    verdicts: countVerdicts(claims),
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, countVerdicts(claims.filter((claim) => claim.kind === kind))]),
    ),
  };
}

/** The claims that a report lists: all of them, or those that do not hold. */
export function listed(
  claims: readonly JudgedClaim[],
  list: 'findings' | 'all',
): readonly JudgedClaim[] {
  return list === 'all' ? claims : claims.filter(({ verdict }) => verdict !== 'holds');
}

function countVerdicts(claims: readonly JudgedClaim[]): Counts {
  const counts = { holds: 0, drifted: 0, unfounded: 0, unproven: 0, 'held-back': 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  return counts;
}
