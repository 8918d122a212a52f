import type { Report } from '#drift/check.ts';
import type { Verdict } from '#drift/verdict.ts';
import { type Cause, causesOf, changeOf, hintOf, isTold, otherPlaces, placeOf } from './finding.ts';
import { brief, printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { denominatorLines } from './text-totals.ts';

/** The report for people: each finding with its receipt, then the denominator. */
export const text: Reporter = (report, { list, target }) => {
  const paint = target === 'terminal' ? coloured : plain;
  const causes =
    list === 'all'
      ? report.claims.map((first) => ({ first, others: [] }))
      : causesOf(report.claims.filter(isTold));
  const blocks = causes.map((cause) => block(cause, paint));
  return `${[...blocks, denominator(report, paint)].join('\n\n')}\n`;
};

function block(cause: Cause, paint: Paint): string {
  const { page, line, column, verdict, code } = cause.first;
  const head = `${printable(page)}:${line}:${column}  ${code}  ${paint(verdict, verdict)}`;
  return [head, ...details(cause).map(([label, value]) => `  ${label.padEnd(12)}${value}`)].join(
    '\n',
  );
}

function details(cause: Cause): readonly (readonly [string, string])[] {
  const claim = cause.first;
  const others = otherPlaces(cause);
  const proof = claim.evidence.map((one) => {
    const quoted = one.text === undefined ? '' : `  ${brief(one.text)}`;
    return ['proof', `${printable(placeOf(one))}${quoted}`] as const;
  });
  const rows = [
    ['page', brief(claim.text)],
    ['also at', others && printable(others)],
    ['repository', printable(claim.message)],
    ...proof,
    ['since', changeOf(claim)],
    ['instead', claim.suggestion && brief(claim.suggestion)],
    ['do', claim.verdict === 'holds' ? undefined : hintOf(claim)],
  ] as const;
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

function denominator(report: Report, paint: Paint): string {
  const [headline = '', ...rest] = denominatorLines(report);
  return [paint(headline, 'headline'), ...rest].join('\n');
}

type Paint = (text: string, role: Verdict | 'headline') => string;

const plain: Paint = (words) => words;

const colours: Readonly<Record<Verdict | 'headline', number>> = {
  holds: 32,
  drifted: 31,
  unfounded: 31,
  unproven: 33,
  'held-back': 90,
  headline: 1,
};

const coloured: Paint = (words, role) => `\u001b[${colours[role]}m${words}\u001b[0m`;
