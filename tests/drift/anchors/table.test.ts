import { beforeAll, expect, test } from 'vitest';
import { columnAnchor } from '#drift/anchors/column.ts';
import { tableAnchor } from '#drift/anchors/table.ts';
import { loadSqlParser } from '#drift/repository/sql-parser.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'supabase/migrations/001_start.sql': [
    'create table public.tenants (',
    '  id uuid primary key,',
    '  slug text not null',
    ');',
    'create table old_logs (id int);',
    "create table audit_logs (id bigint, note text default 'a;b', at timestamptz);",
    'create table shapes (like tenants);',
  ].join('\n'),
  'supabase/migrations/002_more.sql': [
    'alter table tenants add column status text, drop column slug;',
    'alter table audit_logs rename column note to details;',
    'drop table if exists old_logs cascade;',
    'do $$ begin alter table tenants add column region text; end $$;',
  ].join('\n'),
  'supabase/migrations/002_more.down.sql': 'drop table tenants;',
  'prisma/schema.prisma':
    'model Invoice {\n  id Int @id\n  dueOn DateTime @map("due_on")\n  @@map("invoices")\n}',
  'src/db/schema.ts':
    "import { pgTable } from 'drizzle-orm/pg-core';\nexport const teams = pgTable('teams', {\n  id: serial('id'),\n  ownerId: text('owner_id'), // text('no')\n});",
  'src/write.ts': 'await sql`insert into outbox_events values (1)`;',
  'types/supabase.ts':
    'export type Database = { public: { Tables: {\n      profiles: {\n        Row: {\n          id: string\n          full_name: string | null\n        }\n',
};

beforeAll(() => loadSqlParser());

function examine(anchor: typeof tableAnchor, markdown: string) {
  const repository = repositoryWith({ files: { ...files, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => anchor.examine(mention, repository));
}

test.for([
  ['The `tenants` table', 'supabase/migrations/001_start.sql', 1],
  ['the table `audit_logs`', 'supabase/migrations/001_start.sql', 6],
  ['`invoices` table', 'prisma/schema.prisma', 1],
  ['`teams` table', 'src/db/schema.ts', 2],
  ['`profiles` table', 'types/supabase.ts', 2],
  ['```sql\nselect * from public.tenants;\n```', 'supabase/migrations/001_start.sql', 1],
  ["```ts\nclient.from('tenants').select();\n```", 'supabase/migrations/001_start.sql', 1],
  ["`client.from('tenants')`", 'supabase/migrations/001_start.sql', 1],
  ['The `outbox_events` table', 'src/write.ts', 1],
] as const)('%s is found', ([markdown, file, line]) => {
  expect(examine(tableAnchor, markdown)).toMatchObject([
    { resolution: { status: 'found', evidence: { file, line } } },
  ]);
});

test.for([
  ['The `old_logs` table', { status: 'contradicted', code: 'table-dropped' }],
  ['The `tenant` table', { status: 'missing', strength: 'guessed', nearest: 'tenants' }],
  ['The `audit_log` table', { status: 'missing', strength: 'guessed', nearest: 'audit_logs' }],
  [
    'The `audit_log` table, beside the `tenants` table',
    { status: 'missing', strength: 'stated', nearest: 'audit_logs' },
  ],
  [
    '```sql\nselect * from audit_log join tenants on true;\n```',
    { status: 'missing', strength: 'stated' },
  ],
  [
    "```js\nclient.from('audit_log').select();\nclient.from('tenants').select();\n```",
    { status: 'missing', strength: 'stated' },
  ],
  ['The `reports.audit_log` table, not `tenants` table', { strength: 'guessed' }],
  [
    '```prisma\nmodel audit_log {}\n```\nThe `audit_log` table, `tenants` table',
    { strength: 'guessed' },
  ],
  ['Name it the `audit_log` table.\n\nThe `tenants` table', { strength: 'guessed' }],
  ['Your application has an `audit_log` table beside the `tenants` table', { strength: 'guessed' }],
] as const)('%s is not in the schema', ([markdown, resolution]) => {
  expect(examine(tableAnchor, markdown)[0]).toMatchObject({ resolution });
});

test.for([
  'The `pg_stat_activity` table',
  'The `auth.users` table',
  'The `_prisma_migrations` table',
  "`client.storage.from('media')`",
  '```sql\nselect * from "T";\n```',
  '`tenants` are people',
  '```sql\ncreate table mine (id int);\nselect * from mine;\n```',
  '```sql\nwith mine as (select 1) select * from mine;\n```',
])('%s names no table of the repository', (markdown) => {
  expect(examine(tableAnchor, markdown)).toEqual([]);
});

test("a column that the sentence adds is the reader's own", () => {
  const markdown = 'To add a `mood` to `tenants`, give the `mood` column of `tenants` a default.';
  const found = examine(columnAnchor, markdown);
  expect(found.map(({ resolution }) => resolution.status)).not.toContain('contradicted');
});

test.for([
  ['the `status` column of `tenants`', 'supabase/migrations/002_more.sql', 1],
  ['the `region` column of the `tenants` table', 'supabase/migrations/002_more.sql', 4],
  ['`tenants.id`', 'supabase/migrations/001_start.sql', 2],
  ['`invoices.due_on`', 'prisma/schema.prisma', 3],
  ['`teams.owner_id`', 'src/db/schema.ts', 4],
  ['`profiles.full_name`', 'types/supabase.ts', 5],
  ['```sql\nselect t.status from tenants t;\n```', 'supabase/migrations/002_more.sql', 1],
  [
    '```sql\nselect 1 from tenants where region = <region>;\n```',
    'supabase/migrations/002_more.sql',
    4,
  ],
] as const)('%s is found', ([markdown, file, line]) => {
  expect(examine(columnAnchor, markdown)).toMatchObject([
    { resolution: { status: 'found', evidence: { file, line } } },
  ]);
});

test.for([
  ['the `colour` column of `tenants`', { status: 'contradicted', code: 'column-missing' }],
  ['`tenants.slug` column', { evidence: { file: 'supabase/migrations/002_more.sql', line: 1 } }],
  ['the `note` column of `audit_logs`', { evidence: { file: 'supabase/migrations/002_more.sql' } }],
  [
    '```sql\nselect colour from tenants;\n```',
    { status: 'contradicted', target: 'tenants.colour' },
  ],
  ["```sql\ninsert into tenants (colour) values ('red');\n```", { status: 'contradicted' }],
  ['```sql\nupdate tenants set colour = 1;\n```', { status: 'contradicted' }],
  ['the `colour` column of `shapes`', { status: 'unknown' }],
  [
    '```sql\nalter table tenants add column colour text;\nselect colour from tenants;\n```',
    { status: 'unknown' },
  ],
  ['Add a `colour`, then read the `colour` column of `tenants`', { status: 'unknown' }],
  ['`audit_logs.colour`', { status: 'missing', strength: 'guessed', word: 'colour' }],
  ['`tenants(id, status, colour)`', { status: 'contradicted' }],
  [
    '## tenants\n\n| Column | Type |\n|---|---|\n| `colour` | text |',
    { status: 'contradicted', target: 'tenants.colour' },
  ],
] as const)('%s is not in the schema', ([markdown, resolution]) => {
  expect(examine(columnAnchor, markdown).at(-1)).toMatchObject({ resolution });
});

test.for([
  '```sql\nselect total as sum from tenants order by sum;\n```',
  '```sql\nselect x.colour from (select 1 as colour) x;\n```',
  '```sql\nselect colour from tenants, generate_series(1, 2) colour;\n```',
  '```sql\nselect colour from elsewhere;\n```',
  '`tenants.map`',
  '`tenants.ts`',
])('%s has no column that could be wrong but its own', (markdown) => {
  const wrong = examine(columnAnchor, markdown).filter(({ text }) => text !== 'total');
  expect(wrong).toEqual([]);
});

test.for([
  ['add_owner', 'unknown'],
  ['read_only', 'contradicted'],
] as const)('beside the migration in code %s a column is %s', ([migration, status]) => {
  const code = migration === 'add_owner' ? "db.addColumn('tenants', 'patronId')" : '';
  const markdown = '```sql\nselect * from tenants where tenants."patronId" = 1;\n```';
  const repository = repositoryWith({
    files: { ...files, [`migrations/2_${migration}.js`]: code, 'README.md': markdown },
  });
  const [examined] = mentionsIn(markdown).flatMap((mention) =>
    columnAnchor.examine(mention, repository),
  );
  expect(examined?.resolution.status).toBe(status);
});

test('numbered folders of one place change one database', () => {
  const deltas = {
    'store/delta/9/devices.sql': 'create table devices (id int);',
    'store/delta/10/seen.sql': 'alter table devices add column seen bigint;',
  };
  const columns = verdictsOn('```sql\nselect seen, ip from devices;\n```', {
    files: deltas,
    kinds: ['column'],
  });
  expect(columns).toEqual(['column seen holds', 'column ip drifted']);
});

test.for([
  ['`OrderItem.colour`', ['column OrderItem.colour drifted']],
  ['`Order.colour`', []],
] as const)('%s without that column is %o', ([markdown, expected]) => {
  const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
  const model = (name: string) => `model ${name} {\n  id Int @id\n}\n`;
  const verdicts = verdictsOn(markdown, {
    files: { 'prisma/schema.prisma': model('OrderItem') + model('Order') },
    lost: { colour: place },
    kinds: ['column'],
  });
  expect(verdicts).toEqual(expected);
});
