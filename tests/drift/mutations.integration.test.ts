import { join } from 'node:path';
import { test } from 'vitest';
import { cloneCheckout } from '#support/checkout.ts';
import { mutateAll, type Way } from '#support/mutation-run.ts';

const project = join(import.meta.dirname, '..', '..');

test('whatever the pages of this project name: a change that breaks it names it', {
  timeout: 400_000,
}, async ({ expect }) => {
  using checkout = cloneCheckout(project);
  const results = await mutateAll(checkout, { perThing: 1 });
  expect(results.length).toBeGreaterThan(8);
  const missedBy = (way: Way) => results.filter(({ missed }) => missed.has(way));
  expect(missedBy('since')).toEqual([]);
  expect(missedBy('since, uncommitted')).toEqual([]);
  // By itself, the check stays silent where the words around may speak of another time.
  for (const way of ['plain', 'plain, uncommitted'] as const)
    expect(missedBy(way).length).toBeLessThanOrEqual(1);
});
