import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Report } from '#scripts/gate/outcome.ts';
import { runGroup } from '#scripts/gate/process-group.ts';

test('a run reports every test, and every failure outside one', async () => {
  const ending = await runGroup({
    file: process.execPath,
    args: [join(import.meta.dirname, '../../../scripts/gate/run-tests.ts'), 'sample'],
    cwd: join(import.meta.dirname, '../../fixtures/gate'),
    env: { ...process.env, VITEST: undefined },
    limitMs: 60_000,
  });
  const { passed, failed, skipped } = Report.parse(ending.report);
  expect(ending.exitCode).toBe(1);
  expect(passed).toBe(2);
  expect(failed, 'a test, a snapshot, a preparation, an import and a stray error').toBe(5);
  expect(skipped).toContainEqual({ name: 'skips itself', reason: 'no network here' });
  expect(skipped).toContainEqual({
    name: 'a group whose preparation fails > never runs',
    reason: 'what prepares it failed',
  });
  expect(skipped).toContainEqual({ name: 'is skipped', reason: 'marked skip, no reason given' });
  expect(skipped).toContainEqual({
    name: 'is still to write',
    reason: 'marked todo, no reason given',
  });
});
