import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applyMigrations, listMigrations, rehearseMigrations } from '#supabase/migrations.ts';
import { startBackend, type TestBackend } from '#support/database.ts';

let backend: TestBackend;
let sql: Sql;
let folder: string;
beforeAll(async () => {
  backend = await startBackend();
  sql = connect();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await sql`drop schema if exists supabase_migrations cascade`;
  await sql`drop table if exists one, two`;
  return () => rm(folder, { recursive: true });
});
afterAll(async () => {
  await sql.end();
  await backend.stop();
});

test('a failing migration leaves nothing, and what came before it stays', async () => {
  await write('20260101000000_one', 'create table one (id int)');
  await write(
    '20260102000000_two',
    'create table two (id int); select 1 / 0; create table three ()',
  );

  await expect(applyMigrations(sql, folder)).rejects.toThrow(
    'Migration 20260102000000_two.sql failed and left nothing: division by zero',
  );
  expect(await tables()).toEqual(['one']);
  expect(await states()).toEqual(['applied', 'pending']);
});

test('migrations run once, also when two deployments start them together', async () => {
  await write('20260101000000_one', 'create table one (id int); insert into one values (1)');
  const other = connect();
  const results = await Promise.allSettled([
    applyMigrations(sql, folder),
    applyMigrations(other, folder),
  ]);
  await other.end();

  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await sql`select * from one`).toHaveLength(1);
  expect(await applyMigrations(sql, folder)).toEqual([]);
});

test('a rehearsal names what would apply and changes nothing', async () => {
  await write('20260101000000_one', 'create table one (id int)');
  const rehearsed = await rehearseMigrations(sql, folder);
  expect(rehearsed.map(({ name }) => name)).toEqual(['one']);
  expect([await tables(), await states()]).toEqual([[], ['pending']]);
});

test('a rehearsal fails as the real thing would', async () => {
  await write('20260101000000_one', 'create table one (id nonsense)');
  await expect(rehearseMigrations(sql, folder)).rejects.toThrow('type "nonsense" does not exist');
});

test('a migration that only the database knows is listed as unknown', async () => {
  await write('20260101000000_one', 'create table one (id int)');
  await applyMigrations(sql, folder);
  await rm(join(folder, '20260101000000_one.sql'));
  expect(await states()).toEqual(['unknown']);
});

test('files that are no migrations are left alone', async () => {
  await write('notes', 'nonsense');
  await write('2026_short', 'nonsense');
  expect(await applyMigrations(sql, folder)).toEqual([]);
});

function connect(): Sql {
  return postgres(backend.postgresUrl, { max: 1, onnotice: () => undefined });
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, `${name}.sql`), text);
}

async function states(): Promise<string[]> {
  return (await listMigrations(sql, folder)).map(({ state }) => state);
}

async function tables(): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relname in ('one', 'two', 'three')`;
  return rows.map(({ name }) => name);
}
