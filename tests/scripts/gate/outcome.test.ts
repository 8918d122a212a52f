import { expect, test } from 'vitest';
import { countBlocked, countStatement, countTests, type Ending } from '#scripts/gate/outcome.ts';

const green: Ending = { exitCode: 0, output: '', durationMs: 1_000, timedOut: false };
const report = { passed: 3, failed: 0, skipped: [] };

test.for<[string, Ending, { passed: number; failed: number }]>([
  ['exit code 0 passes', green, { passed: 1, failed: 0 }],
  ['exit code 1 fails', { ...green, exitCode: 1 }, { passed: 0, failed: 1 }],
  ['a signal fails', { ...green, exitCode: null }, { passed: 0, failed: 1 }],
  ['a limit that passed fails', { ...green, timedOut: true }, { passed: 0, failed: 1 }],
])('a stage that is one statement: %s', ([, ending, expected]) => {
  expect(countStatement('lint', ending)).toMatchObject(expected);
});

test.for<[string, Ending, { passed: number; failed: number }]>([
  ['the report counts', { ...green, report }, { passed: 3, failed: 0 }],
  [
    'a report of failures counts',
    { ...green, exitCode: 1, report: { ...report, failed: 2 } },
    { passed: 3, failed: 2 },
  ],
  ['no report is one failure', green, { passed: 0, failed: 1 }],
  [
    'a report that is none is one failure',
    { ...green, report: { passed: '3' } },
    { passed: 0, failed: 1 },
  ],
  [
    'a crash after green tests is one failure',
    { ...green, exitCode: 1, report },
    { passed: 3, failed: 1 },
  ],
  [
    'a limit that passed after green tests is one failure',
    { ...green, exitCode: null, timedOut: true, report },
    { passed: 3, failed: 1 },
  ],
  [
    'no test at all is one failure',
    { ...green, report: { ...report, passed: 0 } },
    { passed: 0, failed: 1 },
  ],
])('a stage of tests: %s', ([, ending, expected]) => {
  expect(countTests('unit', ending)).toMatchObject(expected);
});

test('a stage that only skips is a failure', () => {
  const skipped = [{ name: 'reads a page', reason: 'no Chromium' }];
  const ending = { ...green, report: { passed: 0, failed: 0, skipped } };
  expect(countTests('browser', ending)).toMatchObject({ failed: 1, skipped });
});

test('a blocked stage is a failure that names its blocker', () => {
  expect(countBlocked('browser', 'build')).toMatchObject({
    failed: 1,
    reason: 'not run: it needs the stage "build", which failed',
  });
});
