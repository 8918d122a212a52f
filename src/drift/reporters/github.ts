import { isDrift, type JudgedClaim } from '#drift/verdict.ts';
import { changeOf, hintOf, isTold, placeOf } from './finding.ts';
import { brief, printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { denominatorLines } from './text-totals.ts';

/** Workflow commands that GitHub shows beside the lines of a pull request, then the denominator. */
export const github: Reporter = (report, { prefix }) => {
  const annotations = report.claims.filter(isTold).map((claim) => annotation(claim, prefix));
  return `${[...annotations, ...denominatorLines(report)].join('\n')}\n`;
};

function annotation(claim: JudgedClaim, prefix: string): string {
  const command = isDrift(claim.verdict) ? 'error' : 'warning';
  const properties = [
    `file=${property(prefix + claim.page)}`,
    `line=${claim.line}`,
    `col=${claim.column}`,
    `title=${property(claim.code)}`,
  ].join(',');
  return `::${command} ${properties}::${data(words(claim))}`;
}

function words(claim: JudgedClaim): string {
  const [proof] = claim.evidence;
  const since = changeOf(claim);
  return [
    `The page says "${brief(claim.text)}". ${claim.message}`,
    proof && `Proof: ${placeOf(proof)}${since ? `, since ${since}` : ''}.`,
    claim.suggestion && `Instead: ${claim.suggestion}`,
    hintOf(claim),
  ]
    .flatMap((line) => (line ? [printable(line)] : []))
    .join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
