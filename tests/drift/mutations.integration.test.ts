import { join } from 'node:path';
import { test } from 'vitest';
import { findDrift } from '#drift/check.ts';
import { pagesOf } from '#drift/pages.ts';
import { readRepository } from '#drift/repository/checkout.ts';
import { cloneCheckout } from '#support/checkout.ts';
import { mutateAll } from '#support/mutation-run.ts';

const project = join(import.meta.dirname, '..', '..');

test('whatever the pages of this project name: a change that breaks it names it', {
  timeout: 240_000,
}, async ({ expect }) => {
  using checkout = cloneCheckout(project);
  const repository = readRepository(checkout.root);
  // The findings page is left out by the configuration: its examples are about other repositories.
  const pages = pagesOf(repository).filter((page) => page !== 'content/findings.md');
  const { claims } = findDrift(repository, { pages });
  const holding = claims.filter(({ verdict }) => verdict === 'holds');
  const results = await mutateAll(checkout, { claims: holding, perKind: 1 });
  expect(results.length).toBeGreaterThan(6);
  const missed = results.filter(({ isNamedByChange }) => !isNamedByChange);
  expect(missed).toEqual([]);
  const caught = results.filter(({ isCaught }) => isCaught);
  expect(caught.length / results.length).toBeGreaterThanOrEqual(0.75);
});
