/**
 * A page shows its proofs without asking anything of its reader. The words of a proven claim carry a
 * quiet mark, `<u>`: no link and no button, so they are heard, selected and copied as before. The
 * proofs stand in one folded list at the end, each with a link back to its words; where a script
 * runs, a tap on the words opens theirs in place. What does not hold says so where it stands.
 */
import { z } from 'zod';

const Evidence = z.object({
  file: z.string(),
  line: z.number().optional(),
  commit: z.string().optional(),
  date: z.string().optional(),
});

const Claim = z.object({
  page: z.string(),
  line: z.number(),
  column: z.number(),
  text: z.string(),
  kind: z.string(),
  verdict: z.enum(['holds', 'drifted', 'unfounded', 'unproven', 'held-back']),
  message: z.string(),
  evidence: z.array(Evidence),
});
export type Claim = z.infer<typeof Claim>;

/** What this site reads of the drift check's report in JSON, with the claims that hold. */
export const DriftReport = z.object({ revision: z.string(), claims: z.array(Claim) });
export type DriftReport = z.infer<typeof DriftReport>;

/** What the repository says about the claims of one page, in the order of the page. */
export const PageProof = z.object({
  revision: z.string(),
  /** Day of that commit. */
  committedAt: z.string(),
  /** `mark`: id of the element of the page that bears the claim; none where no element does. */
  claims: z.array(Claim.extend({ mark: z.string().optional() })),
});
export type PageProof = z.infer<typeof PageProof>;
export type ProvenClaim = PageProof['claims'][number];

/** Splits a report by page. */
export function proofsOf(report: DriftReport, committedAt: string): Map<string, PageProof> {
  const byPage = Map.groupBy(report.claims, ({ page }) => page);
  const { revision } = report;
  return new Map(
    [...byPage].map(([page, claims]) => [
      page,
      { revision, committedAt, claims: claims.toSorted(inOrder) },
    ]),
  );
}

function inOrder(a: Claim, b: Claim): number {
  return a.line - b.line || a.column - b.column;
}

/** Where a claim stands with the reader: `due` and `attested` are what a person vouches for. */
export type Standing = 'fails' | 'untold' | 'due' | 'held-back' | 'attested' | 'holds';

/** The weakest first: that is what the reader has to know, and how words of several claims look. */
const STANDINGS: readonly Standing[] = ['fails', 'untold', 'due', 'held-back', 'attested', 'holds'];

/** Kinds that no line of the repository can prove. */
const VOUCHED_FOR: ReadonlySet<string> = new Set(['external', 'review']);

/** How a claim stands; what is overdue is no less due than what nobody has looked at yet. */
export function standingOf({ verdict, kind }: Pick<Claim, 'verdict' | 'kind'>): Standing {
  if (verdict === 'held-back') return verdict;
  if (VOUCHED_FOR.has(kind)) return verdict === 'holds' ? 'attested' : 'due';
  if (verdict === 'drifted' || verdict === 'unfounded') return 'fails';
  return verdict === 'holds' ? 'holds' : 'untold';
}

/** The claims of a page by standing; a standing without a claim is left out. */
export function groupByStanding(claims: readonly ProvenClaim[]) {
  return STANDINGS.map((standing) => ({
    standing,
    claims: claims.filter((claim) => standingOf(claim) === standing),
  })).filter((group) => group.claims.length > 0);
}
