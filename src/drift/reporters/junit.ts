import { isDrift, type JudgedClaim } from '#drift/verdict.ts';
import { hintOf, placeOf } from './finding.ts';
import { brief, printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { xmlText } from './xml.ts';

/** JUnit XML: one suite per page, one case per claim, held-back and unproven claims as skipped. */
export const junit: Reporter = ({ claims }) => {
  const suites = Map.groupBy(claims, ({ page }) => page);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="holdfast"${counts(claims)}>`,
    ...[...suites].flatMap(([page, ofPage]) => suite(page, ofPage)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
};

function suite(page: string, claims: readonly JudgedClaim[]): readonly string[] {
  return [
    `  <testsuite name="${xmlText(page)}"${counts(claims)}>`,
    ...claims.flatMap(testCase),
    '  </testsuite>',
  ];
}

function counts(claims: readonly JudgedClaim[]): string {
  const failures = claims.filter(({ verdict }) => isDrift(verdict)).length;
  const skipped = claims.filter(({ verdict }) => isSkipped(verdict)).length;
  return ` tests="${claims.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function testCase(claim: JudgedClaim): readonly string[] {
  const name = `${claim.kind}: ${brief(claim.text)} (${claim.line}:${claim.column})`;
  const open = `    <testcase classname="${xmlText(claim.page)}" name="${xmlText(name)}"`;
  if (isDrift(claim.verdict)) return [`${open}>`, failure(claim), '    </testcase>'];
  if (!isSkipped(claim.verdict)) return [`${open}/>`];
  return [
    `${open}>`,
    `      <skipped message="${xmlText(`${claim.verdict}: ${claim.message}`)}"/>`,
    '    </testcase>',
  ];
}

function isSkipped(verdict: JudgedClaim['verdict']): boolean {
  return verdict === 'unproven' || verdict === 'held-back';
}

function failure(claim: JudgedClaim): string {
  const body = [...claim.evidence.map(placeOf), claim.suggestion, hintOf(claim)];
  const text = body.flatMap((line) => (line ? [xmlText(printable(line))] : [])).join('\n');
  return `      <failure type="${xmlText(claim.code)}" message="${xmlText(printable(claim.message))}">${text}</failure>`;
}
