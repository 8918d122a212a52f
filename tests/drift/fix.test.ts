import { test } from 'vitest';
import { withFixes } from '#drift/fix.ts';
import { claimWith } from './claims.ts';

const page = 'See `a.ts`, `b.ts` and `ö😀`.\r\n';

function fixAt(text: string, replacement: string, start = page.indexOf(text)) {
  return claimWith({ text, fix: { start, end: start + text.length, text: replacement } });
}

test.for([
  ['one correction', [fixAt('a.ts', 'src/a.ts')], 'See `src/a.ts`, `b.ts` and `ö😀`.\r\n'],
  [
    'two corrections in any order',
    [fixAt('b.ts', 'c.ts'), fixAt('a.ts', '')],
    'See ``, `c.ts` and `ö😀`.\r\n',
  ],
  ['text beyond ASCII', [fixAt('ö😀', 'o')], 'See `a.ts`, `b.ts` and `o`.\r\n'],
  [
    'the first of two that overlap',
    [fixAt('a.ts', 'x'), fixAt('a.ts', 'y')],
    page.replace('a.ts', 'x'),
  ],
  ['nothing where the page has other text', [fixAt('a.ts', 'x', 0)], page],
  ['nothing where there is no correction', [claimWith({})], page],
] as const)('%s is applied', ([_, claims, expected], { expect }) => {
  expect(withFixes(page, claims)).toBe(expected);
});
