import { createHash } from 'node:crypto';
import { messages } from '#drift/messages.ts';
import { isDrift, type JudgedClaim } from '#drift/verdict.ts';
import { hintOf, isTold, placeOf } from './finding.ts';
import type { Reporter } from './reporter.ts';

/** SARIF 2.1.0 for code scanning: the claims that drifted, and what is due for renewal. */
export const sarif: Reporter = (report, { prefix }) => {
  const claims = report.claims.filter(isTold);
  const codes = [...new Set(claims.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Holdfast', rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: results(claims, codes, prefix),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function rule(code: string): Readonly<Record<string, unknown>> {
  const hint = Object.entries(messages).find(([known]) => known === code)?.[1].hint;
  return { id: code, shortDescription: { text: code }, help: { text: hint ?? code } };
}

function results(
  claims: readonly JudgedClaim[],
  codes: readonly string[],
  prefix: string,
): readonly unknown[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const print = fingerprint(claim);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return {
      ruleId: claim.code,
      ruleIndex: codes.indexOf(claim.code),
      level: isDrift(claim.verdict) ? 'error' : 'warning',
      message: { text: message(claim) },
      locations: [{ physicalLocation: location(claim, prefix) }],
      partialFingerprints: { 'holdfast/v1': `${print}:${nth}` },
    };
  });
}

function message(claim: JudgedClaim): string {
  const proof = claim.evidence.map(placeOf).join(', ');
  return [claim.message, proof && `Proof: ${proof}.`, hintOf(claim)].filter(Boolean).join(' ');
}

function location({ page, line, column, text }: JudgedClaim, prefix: string): unknown {
  const isOneLine = !text.includes('\n');
  return {
    artifactLocation: { uri: (prefix + page).split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: line,
      startColumn: column,
      ...(isOneLine && { endColumn: column + text.length }),
    },
  };
}

/** Survives edits above the claim: page, section and text, never the line. */
function fingerprint({ page, section, text, kind }: JudgedClaim): string {
  return createHash('sha256')
    .update([page, section, kind, text].join('\0'))
    .digest('hex')
    .slice(0, 32);
}
