import type { Report } from '#drift/check.ts';
import { printable } from './printable.ts';
import { type Counts, totalsOf, verdicts } from './totals.ts';

const shownPages = 20;

/** The denominator of a run: claims by kind and verdict, pages held back and why, notes. */
export function denominatorLines(report: Report): readonly string[] {
  const totals = totalsOf(report);
  const { verdicts: counts } = totals;
  const summary = verdicts.map((verdict) => `${counts[verdict]} ${label(verdict)}`).join(', ');
  return [
    `${count(totals.claims, 'claim')} on ${count(totals.pages, 'page')} at ${report.revision || 'no commit'}: ${summary}`,
    ...table(totals.kinds),
    ...heldBack(report.pages),
    ...report.notes.map((note) => `Note: ${printable(note)}`),
  ];
}

function table(kinds: Readonly<Record<string, Counts>>): readonly string[] {
  const rows = Object.entries(kinds).map(([kind, counts]) => [
    kind,
    ...verdicts.map((verdict) => String(counts[verdict])),
  ]);
  if (rows.length === 0) return [];
  const all = [['kind', ...verdicts.map(label)], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return ['', ...all.map((row) => `  ${aligned(row, widths)}`)];
}

function aligned(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join('  ');
}

function heldBack(pages: Report['pages']): readonly string[] {
  const held = pages.filter(({ heldBack: reason }) => reason !== undefined);
  if (held.length === 0) return [];
  const rest = held.length - shownPages;
  return [
    '',
    `${count(held.length, 'page')} held back:`,
    ...held.slice(0, shownPages).map(({ path, heldBack: reason }) => {
      return `  ${printable(path)}: ${printable(reason ?? '')}`;
    }),
    ...(rest > 0 ? [`  and ${rest} more (--format json lists them)`] : []),
  ];
}

function label(verdict: string): string {
  return verdict.replace('-', ' ');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
