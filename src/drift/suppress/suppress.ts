import picomatch from 'picomatch';
import type { Report } from '#drift/check.ts';
import { messages } from '#drift/messages.ts';
import { isDrift, type JudgedClaim } from '#drift/verdict.ts';
import type { Suppression } from './directive.ts';
import type { MalformedSuppression } from './page-suppressions.ts';

/** What decides which findings may stand on a day. */
export type Suppressing = {
  readonly suppressions: readonly Suppression[];
  readonly malformed: readonly MalformedSuppression[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The file that holds those without a place of their own. */
  readonly configFile: string;
  /** Whether all claims were judged: only then is a suppression known to be unused. */
  readonly scope: 'whole' | 'part';
};

/**
 * Holds back the findings that somebody has let stand, with their reason; reports suppressions
 * that have expired, that suppress nothing, or that cannot be read.
 */
export function suppress(report: Report, suppressing: Suppressing): Report {
  const { suppressions, malformed, today, configFile, scope } = suppressing;
  const current = suppressions.filter(({ until }) => until === undefined || until >= today);
  const rules = current.map((suppression) => ({ suppression, covers: matcher(suppression) }));
  const used = new Set<Suppression>();
  const claims = report.claims.map((claim) => {
    if (!isDrift(claim.verdict)) return claim;
    const rule = rules.find(({ covers }) => covers(claim));
    if (!rule) return claim;
    used.add(rule.suppression);
    return heldBack(claim, rule.suppression);
  });
  const findings = [
    ...malformed.map(malformedFinding),
    ...suppressions
      .filter((suppression) => scope === 'whole' && !used.has(suppression))
      .map((suppression) => idleFinding(suppression, { today, configFile })),
  ];
  return { ...report, claims: [...claims, ...findings] };
}

function matcher(suppression: Suppression): (claim: JudgedClaim) => boolean {
  const { page, lines, kind, code, text } = suppression;
  const isPage = suppression.at ? (path: string) => path === page : picomatch(page, { dot: true });
  return (claim) =>
    isPage(claim.page) &&
    (lines === undefined || (claim.line >= lines.from && claim.line <= lines.to)) &&
    (kind === undefined || claim.kind === kind) &&
    (code === undefined || claim.code === code) &&
    (text === undefined || claim.text === text);
}

function heldBack(claim: JudgedClaim, { reason, until }: Suppression): JudgedClaim {
  const term = until === undefined ? '' : ` until ${until}`;
  const { fix: _, ...rest } = claim;
  return {
    ...rest,
    verdict: 'held-back',
    message: `Suppressed${term}: ${reason}. ${claim.message}`,
  };
}

function idleFinding(
  suppression: Suppression,
  { today, configFile }: Pick<Suppressing, 'today' | 'configFile'>,
): JudgedClaim {
  const { page, at, reason, until } = suppression;
  const isExpired = until !== undefined && until < today;
  const place = at ? { page, ...at } : { page: configFile, line: 1, column: 1 };
  const target = at ? reason : `${reason} (for ${page})`;
  const text = `holdfast-ignore-next reason: ${reason}`;
  return isExpired
    ? finding({ ...place, text, code: 'suppression-expired', target, actual: until })
    : finding({ ...place, text, code: 'suppression-unused', target, actual: '' });
}

function malformedFinding({ problem, ...place }: MalformedSuppression): JudgedClaim {
  return finding({
    ...place,
    code: 'suppression-malformed',
    target: place.text,
    actual: problem,
  });
}

function finding(facts: {
  readonly page: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly code: 'suppression-expired' | 'suppression-unused' | 'suppression-malformed';
  readonly target: string;
  readonly actual: string;
}): JudgedClaim {
  const { page, line, column, text, code, target, actual } = facts;
  return {
    ...{ page, line, column, text, code },
    kind: 'suppression',
    verdict: 'unfounded',
    message: messages[code].text({ target, actual }),
    evidence: [{ file: page, line }],
    section: '',
  };
}
