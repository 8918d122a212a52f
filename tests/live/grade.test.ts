import { expect, test } from 'vitest';
import { grade } from '#live/grade.ts';

test.for([
  [0, 'pass', '0 errors'],
  [49, 'pass', '49 errors'],
  [50, 'warn', '50 errors'],
  [499, 'warn', '499 errors'],
  [500, 'fail', '500 errors'],
  [12_345, 'fail', '12,345 errors'],
] as const)('%i errors are graded %s', ([value, status, summary]) => {
  const outcome = grade(value, 'errors', { degradedAt: 50, downAt: 500 });
  expect(outcome).toMatchObject({ status, summary, value });
});
