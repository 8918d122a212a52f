import type { Report } from '#drift/check.ts';
import { messages } from '#drift/messages.ts';
import { isDrift, type JudgedClaim } from '#drift/verdict.ts';

/** A finding that was known before: never by its line, so that edits above it do not matter. */
export type KnownFinding = {
  readonly page: string;
  readonly section: string;
  readonly kind: string;
  readonly text: string;
};

/** What a repository knew of its drift at one time, and how many claims of each kind it had. */
export type Baseline = {
  readonly version: 1;
  readonly findings: readonly KnownFinding[];
  readonly kinds: Readonly<Record<string, number>>;
};

/** A report without the findings that were known, and what has been settled since. */
export type Compared = { readonly report: Report; readonly settled: readonly KnownFinding[] };

/** The findings and the denominator of a report. */
export function baselineOf({ claims }: Report): Baseline {
  const findings = claims.filter(({ verdict }) => isDrift(verdict)).map(asKnown);
  return { version: 1, findings: findings.sort(byKey), kinds: kindCounts(claims) };
}

/** Holds back what the baseline knows. A kind that had claims then and has none fails. */
export function compare(
  report: Report,
  { baseline, file }: { readonly baseline: Baseline; readonly file: string },
): Compared {
  const left = Map.groupBy(baseline.findings, keyOf);
  const claims = report.claims.map((claim) => {
    const isKnown = isDrift(claim.verdict) && left.get(keyOf(claim))?.pop() !== undefined;
    return isKnown ? known(claim, file) : claim;
  });
  const settled = [...left.values()].flat();
  return { settled, report: withNotes({ ...report, claims }, { baseline, file, settled }) };
}

/** The baseline without what has been settled, with the denominator of the report. */
export function prune(baseline: Baseline, report: Report): Baseline {
  const { settled } = compare(report, { baseline, file: '' });
  const gone = new Set(settled);
  return {
    version: 1,
    findings: baseline.findings.filter((finding) => !gone.has(finding)),
    kinds: kindCounts(report.claims),
  };
}

/** What makes two findings the same one: page, section, kind and text. */
function keyOf({ page, section, kind, text }: KnownFinding): string {
  return [page, section, kind, text].join('\0');
}

function withNotes(
  report: Report,
  {
    baseline,
    file,
    settled,
  }: {
    readonly baseline: Baseline;
    readonly file: string;
    readonly settled: readonly KnownFinding[];
  },
): Report {
  const counts = kindCounts(report.claims);
  const silent = Object.entries(baseline.kinds).filter(([kind, had]) => had > 0 && !counts[kind]);
  const notes =
    settled.length === 0
      ? report.notes
      : [...report.notes, `${settled.length} known findings are settled: --prune takes them out.`];
  const findings = silent.map(([kind, had]) => silentFinding({ kind, had, file }));
  return { ...report, claims: [...report.claims, ...findings], notes };
}

function silentFinding({
  kind,
  had,
  file,
}: {
  readonly kind: string;
  readonly had: number;
  readonly file: string;
}): JudgedClaim {
  return {
    ...{ page: file, line: 1, column: 1, text: kind, section: '' },
    kind: 'suppression',
    verdict: 'drifted',
    code: 'kind-silent',
    message: messages['kind-silent'].text({ target: kind, actual: String(had) }),
    evidence: [{ file }],
  };
}

function known(claim: JudgedClaim, file: string): JudgedClaim {
  const { fix: _, ...rest } = claim;
  return { ...rest, verdict: 'held-back', message: `Known in ${file}. ${claim.message}` };
}

function asKnown({ page, section, kind, text }: JudgedClaim): KnownFinding {
  return { page, section, kind, text };
}

function kindCounts(claims: readonly JudgedClaim[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of claims) counts[kind] = (counts[kind] ?? 0) + 1;
  delete counts.suppression;
  return counts;
}

function byKey(a: KnownFinding, b: KnownFinding): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
