import { test } from 'vitest';
import { baselineOf, compare, prune } from '#drift/baseline.ts';
import { claimWith, reportWith } from './claims.ts';

const file = 'holdfast-baseline.json';
const baseline = baselineOf(reportWith([claimWith({})]));

test('a baseline knows findings by page, section, kind and text', ({ expect }) => {
  expect(baseline).toEqual({
    version: 1,
    findings: [{ page: 'a.md', section: 'Use', kind: 'path', text: 'gone.ts' }],
    kinds: { path: 1 },
  });
});

test.for([
  ['on another line', { line: 90 }, 'held-back'],
  ['in another section', { section: 'Other' }, 'drifted'],
  ['on another page', { page: 'b.md' }, 'drifted'],
  ['with another text', { text: 'lost.ts' }, 'drifted'],
] as const)('a known finding %s is %o', ([_, given, verdict], { expect }) => {
  const { report } = compare(reportWith([claimWith(given)]), { baseline, file });
  expect(report.claims[0]?.verdict).toBe(verdict);
});

test('a finding that comes a second time is new', ({ expect }) => {
  const { report } = compare(reportWith([claimWith({}), claimWith({ line: 9 })]), {
    baseline,
    file,
  });
  expect(report.claims.map(({ verdict }) => verdict)).toEqual(['held-back', 'drifted']);
});

test('pruning takes settled findings out and adds none', ({ expect }) => {
  const report = reportWith([claimWith({ text: 'new.ts' })]);
  expect(prune(baseline, report)).toEqual({ version: 1, findings: [], kinds: { path: 1 } });
});

test('settled findings are noted until they are pruned', ({ expect }) => {
  const { report } = compare(reportWith([claimWith({ verdict: 'holds' })]), { baseline, file });
  expect(report.notes).toEqual(['1 known findings are settled: --prune takes them out.']);
});

test('a kind that had claims and has none fails the run', ({ expect }) => {
  const { report } = compare(reportWith([claimWith({ kind: 'link', verdict: 'holds' })]), {
    baseline,
    file,
  });
  expect(report.claims.at(-1)).toMatchObject({
    code: 'kind-silent',
    verdict: 'drifted',
    page: file,
  });
});
