import type { Report } from '#drift/check.ts';
import type { JudgedClaim } from '#drift/verdict.ts';

/** A drifted claim on `a.md`, but for what the test gives. */
export function claimWith(given: Partial<JudgedClaim>): JudgedClaim {
  return {
    page: 'a.md',
    line: 3,
    column: 5,
    text: 'gone.ts',
    kind: 'path',
    verdict: 'drifted',
    code: 'path-missing',
    message: 'It is gone.',
    evidence: [],
    section: 'Use',
    ...given,
  };
}

/** A report on `a.md` with these claims. */
export function reportWith(claims: readonly JudgedClaim[]): Report {
  return {
    revision: 'f'.repeat(40),
    date: '2026-11-01',
    claims,
    pages: [{ path: 'a.md' }],
    notes: [],
  };
}
