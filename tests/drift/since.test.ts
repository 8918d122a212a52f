import { test } from 'vitest';
import { brokenSince } from '#drift/since.ts';
import { claimWith, reportWith } from './claims.ts';

const change = {
  since: 'main',
  changed: new Set(['package.json', 'old.md']),
  earlierNames: new Map([['a.md', 'old.md']]),
  read: (path: string) => (path === 'a.md' ? '# A\n\nSee gone.ts.\n' : undefined),
};
const earlier = claimWith({
  page: 'old.md',
  verdict: 'holds',
  evidence: [{ file: 'package.json' }],
});

test.for([
  ['held before', [earlier], 'drifted'],
  ['is new', [], 'drifted'],
  ['drifted before', [{ ...earlier, verdict: 'unfounded' as const }], 'held-back'],
  ['drifted before under another page', [claimWith({ page: 'b.md' })], 'drifted'],
] as const)('a drifted claim that %s is %s', ([_, before, verdict], { expect }) => {
  const { claims } = brokenSince(reportWith([claimWith({})]), reportWith(before), change);
  expect(claims.map((claim) => claim.verdict)).toEqual([verdict]);
});

test.for([
  ['whose evidence changed', 'package.json', 'drifted', 'broken-by-change'],
  ['whose evidence stayed', 'other.json', 'unproven', 'unproven'],
] as const)('an unproven claim %s is %s', ([_, file, verdict, code], { expect }) => {
  const now = reportWith([claimWith({ verdict: 'unproven', code: 'unproven' })]);
  const before = reportWith([{ ...earlier, evidence: [{ file, line: 4 }] }]);
  expect(brokenSince(now, before, change).claims[0]).toMatchObject({ verdict, code });
});

test.for([
  ['of another kind', { kind: 'env' }, 'drifted'],
  ['of a folder that changed', { evidence: [{ file: 'old' }] }, 'drifted'],
  ['of another section', { section: 'Install' }, 'unproven'],
] as const)('an unproven claim is compared with one %s', ([_, given, verdict], { expect }) => {
  const now = reportWith([claimWith({ verdict: 'unproven', code: 'unproven' })]);
  const moved = { ...change, changed: new Set([...change.changed, 'old/index.ts']) };
  const { claims } = brokenSince(now, reportWith([{ ...earlier, ...given }]), moved);
  expect(claims[0]).toMatchObject({ verdict });
});

test('of two claims with one text, each is compared with the one at its place', ({ expect }) => {
  const now = reportWith([
    claimWith({ line: 3, verdict: 'unproven' }),
    claimWith({ line: 9, kind: 'symbol', verdict: 'unproven' }),
  ]);
  const before = reportWith([
    { ...earlier, line: 9, kind: 'path' },
    { ...earlier, line: 3, evidence: [{ file: 'other.json' }] },
  ]);
  const { claims } = brokenSince(now, before, change);
  expect(claims.map(({ line, verdict }) => [line, verdict])).toEqual([
    [3, 'unproven'],
    [9, 'drifted'],
  ]);
});

test('a page that was not read has lost no claims', ({ expect }) => {
  const before = reportWith([{ ...earlier, page: 'b.md', evidence: [{ file: 'package.json' }] }]);
  const gone = { ...change, read: (path: string) => (path === 'b.md' ? 'gone.ts' : undefined) };
  expect(brokenSince(reportWith([]), before, gone).claims).toEqual([]);
});

test.for([
  ['whose proof is gone', 'gone.ts', 'package.json', ['broken-by-change']],
  ['that the page no longer has', 'lost.ts', 'package.json', []],
  ['whose proof did not change', 'gone.ts', 'other.json', []],
] as const)(
  'a claim %s and that is no claim any more is %o',
  ([_, text, file, codes], { expect }) => {
    const before = reportWith([{ ...earlier, text, evidence: [{ file }] }]);
    const { claims } = brokenSince(reportWith([]), before, change);
    expect(claims.map(({ code }) => code)).toEqual(codes);
  },
);
