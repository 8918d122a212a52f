import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';
import { migrationsFolder, withEmptyCluster } from '#scripts/database/reference.ts';
import { withDatabase } from '#supabase/embedded/database.ts';
import { listMigrations } from '#supabase/migrations.ts';
import { checksumOf } from './checksum.ts';
import { dumpTables } from './dump.ts';
import { type DumpedTable, fileOf, type Manifest, readManifest } from './manifest.ts';
import { batchSize } from './tables.ts';

export type Proof = { tables: number; rows: number; files: number; auditLogs: number };

/**
 * Makes a data folder from a backup and proves it: every file by its checksum, every table by
 * dumping it again, every audit log by its chain. Work can look at the result before it stops.
 */
export async function restore<Result>(
  backup: string,
  dataFolder: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<{ proof: Proof; result: Result }> {
  const manifest = await readManifest(backup);
  await refuseDamage(backup, manifest);
  await refuseOccupied(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  for (const part of ['files', 'secrets.json']) {
    const source = join(backup, part);
    if (existsSync(source)) await cp(source, join(dataFolder, part), { recursive: true });
  }
  return withEmptyCluster(dataFolder, (url) =>
    withDatabase(url, async (sql) => {
      await refuseOtherSchema(sql, manifest);
      await fill(sql, backup, manifest);
      const auditLogs = await verifyAuditLogs(sql);
      await compare(sql, manifest);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const files = Object.keys(manifest.files).length;
      const proof = { tables: manifest.tables.length, rows, files, auditLogs };
      return { proof, result: await work(sql) };
    }),
  );
}

async function refuseDamage(backup: string, { tables, files }: Manifest): Promise<void> {
  const expected = [
    ...tables.map((table) => [fileOf(backup, table), table.sha256] as const),
    ...Object.entries(files).map(([path, sha256]) => [join(backup, path), sha256] as const),
  ];
  for (const [file, sha256] of expected) {
    if ((await checksumOf(file).catch(() => 'missing')) === sha256) continue;
    throw new UsageError(`${file} is missing or damaged: this backup cannot be restored.`);
  }
}

async function refuseOccupied(dataFolder: string): Promise<void> {
  const present = await readdir(dataFolder).catch(() => []);
  if (present.length === 0) return;
  throw new UsageError(
    `${dataFolder} is not empty; a restore never overwrites. Stop Holdfast and move it away first: ` +
      `mv '${dataFolder}' '${dataFolder}.before-restore'`,
  );
}

async function refuseOtherSchema(sql: Sql, { migrations }: Manifest): Promise<void> {
  const present = (await listMigrations(sql, migrationsFolder)).map(({ version }) => version);
  if (present.join() === migrations.join()) return;
  throw new UsageError(
    `The backup has the migrations ${migrations.join(', ')}; this checkout has ${present.join(', ')}. ` +
      'Check out the commit that made the backup, restore, and run `npm run db:migrate -- up` after it.',
  );
}

// As a replica: triggers and foreign keys stay out of it, so that every byte returns as it was.
async function fill(sql: Sql, backup: string, { tables, sequences }: Manifest): Promise<void> {
  await sql`set session_replication_role = replica`;
  for (const table of tables) await fillTable(sql, backup, table);
  for (const [name, value] of Object.entries(sequences)) {
    await sql`select setval(${name}::text::regclass, ${value}::text::bigint)`;
  }
  await sql`set session_replication_role = origin`;
  await sql`analyze`;
}

async function fillTable(sql: Sql, backup: string, table: DumpedTable): Promise<void> {
  // A migration may have put rows in, and the backup has them too. The log has none, and refuses.
  const { schema, name } = table;
  if (name !== 'tenant_audit_logs') await sql`delete from ${sql(schema)}.${sql(name)}`;
  const columns = table.columns.map((column) => sql`(row).${sql(column)}`);
  const list = columns.flatMap((column, index) => (index === 0 ? column : sql`, ${column}`));
  for await (const lines of readBatches(fileOf(backup, table))) {
    await sql`
      insert into ${sql(schema)}.${sql(name)} (${sql(table.columns)}) overriding system value
      select ${list}
      from (
        select line::${sql(schema)}.${sql(name)} as row
        from unnest(${lines}::text[]) with ordinality as lines (line, place) order by place
        offset 0
      ) as rows`;
  }
}

async function* readBatches(file: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(z.string().parse(JSON.parse(line)));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function verifyAuditLogs(sql: Sql): Promise<number> {
  const chains = await sql<{ slug: string; broken: string | null }[]>`
    select slug, first_broken_id::text as broken
    from public.tenants, public.verify_audit_chain(tenants.id)`;
  const broken = chains.filter((chain) => chain.broken !== null);
  if (broken.length === 0) return chains.length;
  throw new Error(
    `The audit log is broken: ${broken.map(({ slug, broken: id }) => `${slug} at ${id}`).join(', ')}.`,
  );
}

async function compare(sql: Sql, { tables }: Manifest): Promise<void> {
  const again = await mkdtemp(join(tmpdir(), 'holdfast-compare-'));
  try {
    await mkdir(join(again, 'tables'));
    const restored = (await dumpTables(sql, again)).tables;
    const different = tables.filter(
      (table) =>
        restored.find(({ schema, name }) => schema === table.schema && name === table.name)
          ?.sha256 !== table.sha256,
    );
    if (different.length === 0) return;
    throw new Error(`Restored differently: ${different.map(({ name }) => name).join(', ')}.`);
  } finally {
    await rm(again, { recursive: true, force: true });
  }
}
