import { expect, test } from 'vitest';
import { readAttestation } from '#site/attestation.ts';
import { addDays, formatDay } from '#site/days.ts';
import { formatFigure } from '#site/figures.ts';
import { inlineMarkdown } from '#site/inline-markdown.ts';
import { formatAge, formatMoment } from '#site/moments.ts';

test.for([
  [undefined, '2026-11-23', 'tbd'],
  ['2026-11-01', '2026-11-23', 'attested'],
  ['2026-11-01', '2027-01-15', 'attested'],
  ['2026-11-01', '2027-01-17', 'due'],
  ['2026-11-01', '2027-01-30', 'due'],
  ['2026-11-01', '2027-01-31', 'expired'],
] as const)('validated %s, read on %s: %s', ([validated, today, status]) => {
  expect(readAttestation({ validated, everyDays: 90, today }).status).toBe(status);
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-20', 90)).toBe('2027-03-20');
  expect(formatDay('2026-03-01')).toBe('1 Mar 2026');
});

test.for([
  [-5, '0 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [90_000_000, '1 d'],
] as const)('%i ms are %s', ([ageMs, expected]) => {
  expect(formatAge(ageMs)).toBe(expected);
});

test('a moment is told in UTC', () => {
  expect(formatMoment('2026-11-03T23:02:07.512+01:00')).toBe('3 Nov, 22:02:07 UTC');
});

test.for([
  [0, 'errors', '0 errors'],
  [1204, 'errors', '1,204 errors'],
  [182.4, 'ms', '182 ms'],
  [0.25, 'ms', '0.3 ms'],
  [0, 'bytes', '0 bytes'],
  [999, 'bytes', '999 bytes'],
  [3_400_000_000, 'bytes', '3.4 GB'],
  [5, null, '5'],
] as const)('%d with unit %s reads %s', ([value, unit, expected]) => {
  expect(formatFigure(value, unit)).toBe(expected);
});

test('a line of frontmatter keeps its code and links and loses its paragraph', async () => {
  expect(await inlineMarkdown('Run `x`, see [y](b.mdx#z).', 'runbooks/a.mdx')).toBe(
    'Run <code>x</code>, see <a href="/runbooks/b#z">y</a>.',
  );
});
