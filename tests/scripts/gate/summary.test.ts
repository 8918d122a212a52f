import { expect, test } from 'vitest';
import type { Outcome } from '#scripts/gate/outcome.ts';
import { describeOutcome, isGreen, summarise } from '#scripts/gate/summary.ts';

const lint: Outcome = {
  stage: 'lint',
  passed: 1,
  failed: 0,
  skipped: [],
  durationMs: 1_234,
  output: 'Checked 12 files.',
};
const unit: Outcome = { ...lint, stage: 'unit', passed: 40 };
const red: Outcome = { ...lint, stage: 'types', passed: 0, failed: 2, output: 'a.ts:1 is wrong\n' };
const skipping: Outcome = { ...unit, skipped: [{ name: 'reads a page', reason: 'no network' }] };

test.for<[Outcome[], string]>([
  [[lint, unit], '41 passed, 0 failed'],
  [[lint, red], '1 passed, 2 failed'],
  [[lint, skipping], '41 passed, 0 failed, 1 skipped'],
  [[], '0 passed, 0 failed'],
])('the last line counts every stage: %#', ([outcomes, line]) => {
  expect(summarise(outcomes).split('\n').at(-1)).toBe(line);
});

test('only a red stage is quoted in full', () => {
  const text = summarise([lint, red]);
  expect(text).toContain('──── types ────\na.ts:1 is wrong');
  expect(text).not.toContain('Checked 12 files.');
});

test('each skipped test is listed with its reason', () => {
  expect(summarise([skipping])).toContain('skip unit: reads a page (no network)');
});

test.for<[string, Outcome[], boolean]>([
  ['green stages', [lint, unit], true],
  ['one red stage', [lint, red], false],
  ['nothing that ran', [], false],
])('%s decide whether the gate is green', ([, outcomes, expected]) => {
  expect(isGreen(outcomes)).toBe(expected);
});

test('a stage is described with its time, its counts and its reason', () => {
  expect(describeOutcome({ ...red, reason: 'exit code 1' })).toBe(
    'FAIL types             1.2 s  0 passed, 2 failed (exit code 1)',
  );
});
