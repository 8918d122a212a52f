import type { Fix, JudgedClaim } from './verdict.ts';

/**
 * A page with its certain corrections in place: each a replacement of the claim's own text, and
 * nothing else. Corrections that overlap wait for the next round.
 */
export function withFixes(page: string, claims: readonly JudgedClaim[]): string {
  const fixes = claims
    .flatMap(({ fix, text }) => (fix && isInPlace(page, { fix, text }) ? [fix] : []))
    .sort((a, b) => a.start - b.start);
  let fixed = '';
  let at = 0;
  for (const { start, end, text } of fixes) {
    if (start < at) continue;
    fixed += page.slice(at, start) + text;
    at = end;
  }
  return fixed + page.slice(at);
}

function isInPlace(page: string, { fix, text }: { fix: Fix; text: string }): boolean {
  return text !== '' && page.slice(fix.start, fix.end) === text;
}
