import { beforeAll, test } from 'vitest';
import { loadSqlParser } from '#drift/repository/sql-parser.ts';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'migrations/001.sql': 'create table tenants (id int);' };
const query = '```sql\nselect ctid, gone from tenants;\n```';

beforeAll(() => loadSqlParser());

test('what the database keeps of every row is no column of a migration', ({ expect }) => {
  expect(verdictsOn(query, { files, kinds: ['column'] })).toEqual(['column gone drifted']);
});

test('what is asked of another database is not in this schema', ({ expect }) => {
  const on = (intro: string) =>
    verdictsOn(`${intro}\n\n${query}`, { files, kinds: ['table', 'column'] });
  expect(on('In Postgres:')).toEqual(['column gone drifted', 'table tenants holds']);
  expect(on('In ClickHouse:')).toEqual([]);
});

test('what a page or a comment declares is no table of this schema', ({ expect }) => {
  const on = (source: string, intro = '') =>
    verdictsOn(`${intro}The \`colour\` column of \`users\`.`, {
      files: { 'src/schema.ts': `import 'drizzle-orm';\n${source}` },
      kinds: ['column'],
    });
  const table = "export const users = pgTable('users', { id: serial('id') });";
  expect(on(table)).toEqual(['column colour drifted']);
  expect(on(` * ${table}`)).toEqual([]);
});

test('a folder that changes the tables of another runs over the same database', ({ expect }) => {
  const on = (later: Record<string, string>) =>
    verdictsOn(query.replace('ctid', 'status'), {
      files: { 'db/init/V1__a.sql': files['migrations/001.sql'], ...later },
      kinds: ['column'],
    });
  expect(on({})).toEqual(['column status drifted', 'column gone drifted']);
  expect(on({ 'db/migration/V2__b.sql': 'alter table tenants add column status text;' })).toEqual([
    'column status holds',
    'column gone drifted',
  ]);
  expect(on({ 'shop/sql/V2__b.sql': 'alter table tenants add column status text;' })).toEqual([
    'column status drifted',
    'column gone drifted',
  ]);
});

test('a script that drops all tables is no migration', ({ expect }) => {
  const markdown = '```sql\nselect id from tenants;\n```';
  const on = (name: string) =>
    verdictsOn(markdown, {
      files: { 'scripts/create.sql': files['migrations/001.sql'], [name]: 'drop table tenants;' },
      kinds: ['table'],
    });
  expect(on('scripts/drop-tables.sql')).toEqual(['table tenants holds']);
  expect(on('scripts/next.sql')).toEqual(['table tenants drifted']);
});

test.for([
  ['## Batch orders table', 'batch_id holds'],
  ['## Orders table', 'batch_id drifted'],
  ['## The orders', 'batch_id drifted'],
  ['## Batch orders of users', undefined],
  ['# Spanner\n\n## Orders table', undefined],
] as const)(
  'below "%s" a column is that of the longest name: %s',
  ([heading, expected], { expect }) => {
    const markdown = `${heading}\n\n| Column | Type |\n| --- | --- |\n| \`batch_id\` | UUID |`;
    const migration =
      'create table orders (id int); create table batch_orders (batch_id int); create table users (id int);';
    const [claim] = verdictsOn(markdown, {
      ...{ files: { 'migrations/001.sql': migration }, kinds: ['column'] },
    });
    expect(claim).toBe(expected && `column ${expected}`);
  },
);

test.for([
  [5, 'unfounded'],
  [6, 'unproven'],
] as const)(
  'among %i folders that make tables, another table is %s',
  ([count, verdict], { expect }) => {
    const folders = Array.from({ length: count }, (_, at) => [
      `sql/report_${at}/a.sql`,
      `create table report_${at} (id int);`,
    ]);
    const markdown = '```sql\nselect id from report_1; select id from gone_reports;\n```';
    const verdicts = verdictsOn(markdown, {
      ...{ files: Object.fromEntries(folders), kinds: ['table'] },
    });
    expect(verdicts.at(-1)).toBe(`table gone_reports ${verdict}`);
  },
);
