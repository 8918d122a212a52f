import { test } from 'vitest';
import { readSuppressions } from '#drift/suppress/page-suppressions.ts';
import { type Suppressing, suppress } from '#drift/suppress/suppress.ts';
import { claimWith, reportWith } from './claims.ts';

const suppressing: Suppressing = {
  suppressions: [],
  malformed: [],
  today: '2026-11-20',
  configFile: 'holdfast.config.json',
  scope: 'whole',
};

test.for([
  ['Markdown', 'a.md', '<!-- holdfast-ignore-next reason: moves soon until: 2027-01-01 -->'],
  ['MDX', 'a.mdx', '{/* holdfast-ignore-next reason: moves soon until: 2027-01-01 */}'],
] as const)('a comment in %s covers the next block', ([_, page, comment], { expect }) => {
  const text = `# Page\n\n${comment}\n\nSee \`gone.ts\`,\nand more.\n\nLast.\n`;
  expect(readSuppressions(page, text).suppressions).toEqual([
    {
      page,
      at: { line: 3, column: 1 },
      lines: { from: 5, to: 6 },
      reason: 'moves soon',
      until: '2027-01-01',
      kind: undefined,
    },
  ]);
});

test('a comment inside a paragraph covers that paragraph', ({ expect }) => {
  const text = 'One <!-- holdfast-ignore-next reason: known --> `gone.ts`\nTwo\n\nThree\n';
  expect(readSuppressions('a.md', text).suppressions[0]?.lines).toEqual({ from: 1, to: 2 });
});

test('a comment inside a code block is no suppression', ({ expect }) => {
  const text = '```md\n<!-- holdfast-ignore-next reason: shown -->\n```\n';
  expect(readSuppressions('a.md', text)).toEqual({ suppressions: [], malformed: [] });
});

test.for([
  ['<!-- holdfast-ignore-next -->', 'it gives no reason'],
  ['<!-- holdfast-ignore-next reason: -->', 'it gives no reason'],
  ['<!-- holdfast-ignore-next reason: x until: soon -->', '"soon" is not a day such as 2027-01-01'],
] as const)('%s cannot be read', ([comment, problem], { expect }) => {
  expect(readSuppressions('a.md', `${comment}\n\ntext\n`).malformed).toMatchObject([
    { line: 1, column: 1, problem },
  ]);
});

test.for([
  ['the page alone', { page: 'a.md' }, 'held-back'],
  ['a pattern', { page: '**/*.md' }, 'held-back'],
  ['another page', { page: 'b.md' }, 'drifted'],
  ['another kind', { page: 'a.md', kind: 'link' }, 'drifted'],
  ['the same code', { page: 'a.md', code: 'path-missing' }, 'held-back'],
  ['another text', { page: 'a.md', text: 'else.ts' }, 'drifted'],
  ['a term that is not over', { page: 'a.md', until: '2026-11-20' }, 'held-back'],
  ['a term that is over', { page: 'a.md', until: '2026-11-19' }, 'drifted'],
] as const)('a suppression for %s leaves the claim %o', ([_, given, verdict], { expect }) => {
  const suppression = { ...given, reason: 'known' };
  const { claims } = suppress(reportWith([claimWith({})]), {
    ...suppressing,
    suppressions: [suppression],
  });
  expect(claims[0]?.verdict).toBe(verdict);
});

test.for([
  ['that suppresses nothing', { page: 'b.md' }, ['suppression-unused']],
  ['that has expired', { page: 'a.md', until: '2026-11-19' }, ['suppression-expired']],
  ['that is in use', { page: 'a.md' }, []],
] as const)('a suppression %s is reported as %o', ([_, given, codes], { expect }) => {
  const suppressions = [{ ...given, reason: 'known' }];
  const { claims } = suppress(reportWith([claimWith({})]), { ...suppressing, suppressions });
  const found = claims.filter(({ kind }) => kind === 'suppression').map(({ code }) => code);
  expect(found).toEqual(codes);
});

test('a run over a part of the claims calls no suppression unused', ({ expect }) => {
  const suppressions = [{ page: 'b.md', reason: 'known' }];
  const { claims } = suppress(reportWith([]), { ...suppressing, suppressions, scope: 'part' });
  expect(claims).toEqual([]);
});

test('a suppressed claim says why and offers no correction', ({ expect }) => {
  const fix = { start: 0, end: 7, text: 'here.ts' };
  const { claims } = suppress(reportWith([claimWith({ fix })]), {
    ...suppressing,
    suppressions: [{ page: 'a.md', reason: 'it comes back', until: '2027-01-01' }],
  });
  expect(claims[0]?.message).toBe('Suppressed until 2027-01-01: it comes back. It is gone.');
  expect(claims[0]).not.toHaveProperty('fix');
});
