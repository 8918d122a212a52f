import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql, TransactionSql } from 'postgres';

export type Migration = { version: string; name: string; sql: string };
/** `unknown`: the database has it, the folder does not. */
export type MigrationState = 'applied' | 'pending' | 'unknown';
export type ListedMigration = { version: string; name: string; state: MigrationState };

/** The migrations of a folder in the layout of the Supabase CLI, in order. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{14}_\w+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      version: file.slice(0, 14),
      name: file.slice(15, -'.sql'.length),
      sql: await readFile(join(folder, file), 'utf8'),
    })),
  );
}

export async function listMigrations(sql: Sql, folder: string): Promise<ListedMigration[]> {
  const applied = await readHistory(sql);
  const known = await readMigrations(folder);
  const unknown = [...applied].filter(
    ([version]) => !known.some((each) => each.version === version),
  );
  return [
    ...known.map(({ version, name }) => ({ version, name, state: stateOf(applied, version) })),
    ...unknown.map(([version, name]) => ({ version, name, state: 'unknown' as const })),
  ].sort((a, b) => a.version.localeCompare(b.version));
}

/** Applies what is pending, each migration wholly or not at all. Returns what it applied. */
export async function applyMigrations(sql: Sql, folder: string): Promise<Migration[]> {
  await sql.unsafe(historyTable);
  const pending = await findPending(sql, folder);
  for (const migration of pending) await sql.begin((transaction) => apply(transaction, migration));
  return pending;
}

/** Applies what is pending and takes it all back: shows whether it would apply here. */
export async function rehearseMigrations(sql: Sql, folder: string): Promise<Migration[]> {
  const pending = await findPending(sql, folder);
  const rehearsed = new Error('rehearsed');
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(historyTable);
      for (const migration of pending) await apply(transaction, migration);
      throw rehearsed;
    });
  } catch (error) {
    if (error !== rehearsed) throw error;
  }
  return pending;
}

// As the Supabase CLI makes it, so that either can go on where the other stopped.
const historyTable = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations
    (version text primary key, statements text[], name text);
`;

async function apply(sql: TransactionSql, { version, name, sql: text }: Migration): Promise<void> {
  try {
    // Two deployments at once: the second waits, and then finds the version taken.
    await sql`lock table supabase_migrations.schema_migrations in share row exclusive mode`;
    await sql.unsafe(text);
    await sql`
      insert into supabase_migrations.schema_migrations (version, name, statements)
      values (${version}, ${name}, ${[text]})`;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Migration ${version}_${name}.sql failed and left nothing: ${reason}`, {
      cause,
    });
  }
}

async function findPending(sql: Sql, folder: string): Promise<Migration[]> {
  const applied = await readHistory(sql);
  return (await readMigrations(folder)).filter(({ version }) => !applied.has(version));
}

async function readHistory(sql: Sql): Promise<Map<string, string>> {
  const tables = await sql`
    select where to_regclass('supabase_migrations.schema_migrations') is not null`;
  if (tables.length === 0) return new Map();
  const rows = await sql<{ version: string; name: string | null }[]>`
    select version, name from supabase_migrations.schema_migrations`;
  return new Map(rows.map(({ version, name }) => [version, name ?? '']));
}

function stateOf(applied: ReadonlyMap<string, string>, version: string): MigrationState {
  return applied.has(version) ? 'applied' : 'pending';
}
