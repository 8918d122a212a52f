import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { findWordLosses } from '#drift/repository/word-losses.ts';
import { createCheckout } from '#support/checkout.ts';

const main = [
  'resource "acme_quota_override" "search" {',
  '  retry_limit = 3',
  '}',
  'variable "alert_mails" {}',
].join('\n');

test("the type of a resource is its provider's, the names in it are not", ({ expect }) => {
  using checkout = createCheckout({ 'infra/main.tf': main });
  const commit = checkout.git('rev-parse', 'HEAD').trim();
  const questions = ['acme_quota_override', 'retry_limit', 'alert_mails'].map((word) => ({
    ...{ page: 'README.md', line: 1, isIdentifier: true },
    word,
  }));
  const origin = { commit, date: '2026-01-01' };
  const losses = findWordLosses(gitIn(checkout.root), { questions, originOf: () => origin });
  expect(losses.map((loss) => loss?.line)).toEqual([undefined, 2, 4]);
});
