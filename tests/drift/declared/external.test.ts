import { test } from 'vitest';
import { createExternalAnchor } from '#drift/declared/external.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';

const anchor = createExternalAnchor({
  today: '2026-11-20',
  noticeDays: 14,
  graceDays: 7,
  longestDays: 366,
});
const repository = repositoryWith({ files: { 'docs/backup.md': '' }, name: 'acme/site' });

function statusOf(fields: string) {
  const page = `<External ${fields}>Backups are kept.</External>\n`;
  const found = mentionsIn(page, 'a.mdx').flatMap((mention) => anchor.examine(mention, repository));
  return found.map(({ resolution }) => resolution);
}

const good = 'owner="@ops" every="90d" source="https://status.example.com"';

test.for([
  ['validated="2026-11-01"', { status: 'found', note: 'attested by @ops until 2027-01-30' }],
  ['validated="2026-09-01"', { status: 'unknown', reason: 'it expires on 2026-11-30, ask @ops' }],
  ['validated="2026-08-20"', { status: 'unknown', reason: 'it expired on 2026-11-18, ask @ops' }],
  ['validated="2026-08-01"', { status: 'contradicted', code: 'external-expired' }],
  ['validated="TBD"', { status: 'unknown', reason: 'TBD, ask @ops' }],
  ['', { status: 'unknown', reason: 'TBD, ask @ops' }],
  ['validated="2027-01-01"', { status: 'contradicted', actual: '2027-01-01 is in the future' }],
  ['validated="soon"', { status: 'contradicted', code: 'external-malformed' }],
] as const)('a fact with %j is %o', ([validated, expected], { expect }) => {
  expect(statusOf(`${good} ${validated}`)).toMatchObject([expected]);
});

test.for([
  ['owner="ops" every="90d"', 'external-malformed'],
  ['owner="@ops"', 'external-malformed'],
  ['owner="@ops" every="900d"', 'external-malformed'],
  ['owner="@ops" every="90d" source="docs/backup.md"', 'external-own-source'],
  ['owner="@ops" every="90d" source="/docs/backup.md#keep"', 'external-own-source'],
  [
    'owner="@ops" every="90d" source="https://github.com/acme/site/blob/main/x.md"',
    'external-own-source',
  ],
] as const)('a fact with %s is refused as %s', ([fields, code], { expect }) => {
  expect(statusOf(`${fields} validated="2026-11-01"`)).toMatchObject([
    { status: 'contradicted', code },
  ]);
});

test('another repository may be a source', ({ expect }) => {
  const fields = 'owner="@ops" every="90d" validated="2026-11-01"';
  expect(statusOf(`${fields} source="https://github.com/acme/infra"`)).toMatchObject([
    { status: 'found' },
  ]);
});

test('Markdown says it in a comment', ({ expect }) => {
  const page = '<!-- external owner=@ops validated=2026-11-01 every=90d -->\n\nKept.\n';
  const found = mentionsIn(page).flatMap((mention) => anchor.examine(mention, repository));
  expect(found.map(({ resolution }) => resolution.status)).toEqual(['found']);
});
