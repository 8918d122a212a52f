import type { Report } from '#drift/check.ts';
import { isDrift } from '#drift/verdict.ts';
import { type Cause, causesOf, changeOf, hintOf, otherPlaces, placeOf } from './finding.ts';
import { brief, printable } from './printable.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { suggestedLine } from './suggested-line.ts';
import { totalsOf, verdicts } from './totals.ts';

/** Comments on GitHub end at 65,536 characters. */
const shownFindings = 60;

/** A job summary or a comment on a pull request, with `suggestion` blocks. */
export const markdown: Reporter = (report, options) => {
  const findings = report.claims.filter(({ verdict }) => isDrift(verdict));
  const causes = causesOf(findings);
  const sections = [
    `## ${headline(findings.length)}`,
    ...causes.slice(0, shownFindings).map((cause) => finding(cause, options)),
    moreThanShown(causes.length),
    table(report),
    heldBack(report),
    report.notes.map((note) => `- ${plain(note)}`).join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
};

function headline(amount: number): string {
  if (amount === 0) return 'The pages agree with the repository';
  return `${amount} ${amount === 1 ? 'statement' : 'statements'} of the pages drifted`;
}

function moreThanShown(amount: number): string {
  return amount > shownFindings ? `And ${amount - shownFindings} more.` : '';
}

function finding(cause: Cause, { prefix, readPage }: ReporterOptions): string {
  const claim = cause.first;
  const others = otherPlaces(cause);
  const where = `${prefix}${claim.page}:${claim.line}`;
  const since = changeOf(claim);
  const receipt = [
    others && `- Also at ${code(others)}`,
    ...claim.evidence.map((proof) => `- Proof: ${code(placeOf(proof))}`),
    since && `- Since ${since}`,
    claim.suggestion && `- Instead: ${code(brief(claim.suggestion))}`,
    `- ${hintOf(claim) ?? 'Correct the page.'}`,
  ];
  const page = readPage(claim.page);
  const line = page === undefined ? undefined : suggestedLine(claim, page);
  return [
    `### ${code(where)} ${claim.code}`,
    `The page says ${code(brief(claim.text))}. ${plain(claim.message)}`,
    receipt.filter(Boolean).join('\n'),
    ...(line === undefined ? [] : [suggestion(line)]),
  ].join('\n\n');
}

function suggestion(line: string): string {
  const fence = fenceFor(line);
  return `${fence}suggestion\n${line}\n${fence}`;
}

function table(report: Report): string {
  const { kinds, verdicts: sums, claims, pages } = totalsOf(report);
  const row = (name: string, counts: typeof sums) =>
    `| ${[name, ...verdicts.map((verdict) => counts[verdict])].join(' | ')} |`;
  return [
    `${claims} claims on ${pages} pages at ${code(report.revision)}.`,
    '',
    `| kind | ${verdicts.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(verdicts.length)}`,
    ...Object.entries(kinds).map(([kind, counts]) => row(kind, counts)),
    row('all', sums),
  ].join('\n');
}

function heldBack({ pages }: Report): string {
  const held = pages.filter(({ heldBack: reason }) => reason !== undefined);
  if (held.length === 0) return '';
  const rows = held.map(({ path, heldBack: reason }) => `- ${code(path)}: ${plain(reason ?? '')}`);
  return [
    `<details><summary>Pages held back: ${held.length}</summary>`,
    '',
    ...rows,
    '',
    '</details>',
  ].join('\n');
}

/** A code span that its content cannot leave. */
function code(text: string): string {
  const inner = printable(text);
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return longest === 0 ? `${ticks}${inner}${ticks}` : `${ticks} ${inner} ${ticks}`;
}

/** Words without markup: neither a link, a mention nor HTML can come out of them. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>@|#~]/g, (character) => `\\${character}`);
}

function fenceFor(line: string): string {
  const longest = Math.max(2, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}
