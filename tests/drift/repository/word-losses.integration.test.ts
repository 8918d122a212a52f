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

const calls = Array.from({ length: 30 }, () => 'queue.send();').join('\n');

test.for([
  ['test:db', false, 'package.json'],
  ['deploy', false, '.github/workflows/ci.yml'],
  ['send', true, 'src/queue.ts'],
  ['openPage', true, 'e2e/fixtures/page.ts'],
  ['localPage', true, undefined],
  ['/orders/copy', false, 'src/queue.ts'],
  ['/orders/send', false, undefined],
  ['samplePage', true, undefined],
  ['setContext', true, undefined],
  ['getContext', true, 'src/context.ts'],
  ['makeContext', true, 'src/context.ts'],
  ['absent', false, undefined],
] as const)(
  '%s, as an identifier or not (%s), was in %s',
  ([word, isIdentifier, file], { expect }) => {
    using checkout = createCheckout({
      '.github/workflows/ci.yml': 'run: npm run test:db\nname: deploy\n',
      'package.json': '{"scripts":{"test:db":"x"}}\n',
      'src/calls.ts': calls,
      'e2e/fixtures/page.ts': 'export const openPage = 1;\nconst localPage = 2;\n',
      'examples/page.ts': 'export const samplePage = 1;\n',
      'src/queue.ts': "async send() {}\nrouter.post('/api/v1/orders/copy', copy);\n",
      'src/context.ts':
        "  setContext('site', value);\n  getContext(key: string): Context;\n  makeContext() {}\n",
      'src/client.ts': "httpClient.post('/orders/send');\n",
    });
    const origin = { commit: checkout.git('rev-parse', 'HEAD').trim(), date: '2026-01-01' };
    const [loss] = findWordLosses(gitIn(checkout.root), {
      questions: [{ page: 'README.md', line: 1, word, isIdentifier }],
      originOf: () => origin,
    });
    expect(loss?.file).toBe(file);
  },
);
