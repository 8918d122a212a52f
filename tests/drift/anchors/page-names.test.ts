import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/a.ts': 'export class JobQueue {}' };
const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
const lost = { EncryptedStore: place, RemoteStore: place };

function verdictOf(markdown: string, page: string): string | undefined {
  const verdicts = verdictsOn(markdown, { files, page, lost, kinds: ['symbol'] });
  return verdicts
    .find((verdict) => verdict.includes('EncryptedStore'))
    ?.split(' ')
    .at(-1);
}

const declared = '```ts\nclass EncryptedStore {}\n```\n\nIt is an `EncryptedStore`.';
const method =
  '```ts\n  async EncryptedStore(id: string) {\n    return 1;\n  }\n```\n\nIt is an `EncryptedStore`.';
const called =
  '```ts\n  EncryptedStore((store) => {\n    store.open();\n  });\n```\n\nIt is an `EncryptedStore`.';
const used = '```ts\nnew EncryptedStore();\n```\n\nIt is an `EncryptedStore`.';

test.for([
  ['docs/stores.md', declared, 'unproven'],
  ['docs/stores.md', method, 'unproven'],
  ['docs/stores.md', called, 'drifted'],
  ['docs/stores.md', used, 'drifted'],
  ['CONTRIBUTING.md', declared, 'drifted'],
] as const)('a lost name on %s below %s is %s', ([page, markdown, verdict], { expect }) => {
  expect(verdictOf(markdown, page)).toBe(verdict);
});

test.for([
  ['`EncryptedStore` and others are no longer available.\n\nUse `EncryptedStore`.', 'unproven'],
  ['`JobQueue` is no longer available.\n\nUse `EncryptedStore`.', 'drifted'],
  ['Set it in the `EncryptedStore` method of a `RemoteStore`.', 'unproven'],
  ['Set it in the `EncryptedStore` method of a `JobQueue`.', 'drifted'],
] as const)('%s: %s', ([markdown, verdict], { expect }) => {
  const lines = verdictsOn(markdown, { files, lost, kinds: ['symbol'] });
  expect(lines.filter((line) => line.includes('EncryptedStore')).at(-1)).toBe(
    `symbol EncryptedStore ${verdict}`,
  );
});
