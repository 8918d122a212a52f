import { isDrift, type JudgedClaim } from './verdict.ts';

/** A claim on a path of a neighbouring repository cannot be proven in this one. */
export function leaveToSiblings(claim: JudgedClaim, siblings: readonly string[]): JudgedClaim {
  if (!isDrift(claim.verdict)) return claim;
  const path = claim.text.replace(/^(?:\.\.?\/|\/)+/, '');
  const sibling = siblings.find((name) => path === name || path.startsWith(`${name}/`));
  if (sibling === undefined) return claim;
  const { fix: _fix, suggestion: _suggestion, ...rest } = claim;
  const message = `Not proven: it stands in the repository "${sibling}".`;
  return { ...rest, verdict: 'unproven', code: 'unproven', message, evidence: [] };
}
