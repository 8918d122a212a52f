import { z } from 'zod';

const Claim = z.object({
  page: z.string(),
  line: z.number(),
  kind: z.string(),
  verdict: z.enum(['holds', 'drifted', 'unfounded', 'unproven', 'held-back']),
  code: z.string(),
  message: z.string(),
});
type Claim = z.infer<typeof Claim>;

/** What this site reads of the drift check's report in JSON, with the claims that hold. */
export const DriftReport = z.object({ revision: z.string(), claims: z.array(Claim) });
export type DriftReport = z.infer<typeof DriftReport>;

/** What the repository says about the claims of one page. */
export type PageProof = {
  holds: number;
  drifted: number;
  /** Claims that cannot be told either way. */
  unproven: number;
  /** Claims that are not judged, because their section is a plan or a record. */
  heldBack: number;
  /** External facts that are due, expired, or attested by nobody yet. */
  externalDue: number;
  revision: string;
  /** Day of that commit. */
  committedAt: string;
  /** What does not hold, and what cannot be told. */
  findings: readonly Pick<Claim, 'line' | 'code' | 'message'>[];
};

/** Sums a report up page by page. */
export function proofsOf(report: DriftReport, committedAt: string): Map<string, PageProof> {
  const byPage = Map.groupBy(report.claims, ({ page }) => page);
  const revision = report.revision.slice(0, 7);
  return new Map(
    [...byPage].map(([page, claims]) => [page, { ...sumUp(claims), revision, committedAt }]),
  );
}

function sumUp(claims: readonly Claim[]) {
  const facts = claims.filter(({ kind }) => kind !== 'external');
  const count = (...verdicts: Claim['verdict'][]) =>
    facts.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const external = claims.filter(({ kind }) => kind === 'external');
  return {
    holds: count('holds'),
    drifted: count('drifted', 'unfounded'),
    unproven: count('unproven'),
    heldBack: count('held-back'),
    externalDue: external.filter(({ verdict }) => verdict !== 'holds').length,
    findings: facts.filter(({ verdict }) => !['holds', 'held-back'].includes(verdict)),
  };
}
