import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { cp, glob, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { migrationsFolder } from '#scripts/database/reference.ts';
import { listMigrations } from '#supabase/migrations.ts';
import { checksumOf } from './checksum.ts';
import { type DumpedTable, fileOf, type Manifest, writeManifest } from './manifest.ts';
import { batchSize, readSequences, readTables, type Table } from './tables.ts';

/** Writes a database, and the files and keys of its data folder, into a new folder. */
export async function dump(sql: Sql, folder: string, dataFolder?: string): Promise<Manifest> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  const takenAt = new Date().toISOString();
  const applied = (await listMigrations(sql, migrationsFolder)).filter(
    ({ state }) => state !== 'pending',
  );
  const { tables, sequences } = await dumpTables(sql, folder);
  const manifest = {
    takenAt,
    migrations: applied.map(({ version }) => version),
    tables,
    sequences,
    files: dataFolder ? await copyFiles(dataFolder, folder) : {},
  };
  await writeManifest(folder, manifest);
  return manifest;
}

/** All tables as one moment saw them: nobody is kept from writing meanwhile. */
export async function dumpTables(sql: Sql, folder: string) {
  await sql`begin isolation level repeatable read read only`;
  try {
    // Always from the first row on: a second dump of the same rows gives the same bytes.
    await sql`set local synchronize_seqscans = off`;
    const tables: DumpedTable[] = [];
    for (const table of await readTables(sql)) tables.push(await dumpTable(sql, table, folder));
    return { tables, sequences: await readSequences(sql) };
  } finally {
    await sql`rollback`;
  }
}

async function dumpTable(sql: Sql, table: Table, folder: string): Promise<DumpedTable> {
  const file = fileOf(folder, table);
  const output = createWriteStream(file, { mode: 0o600 });
  let rows = 0;
  for await (const batch of readRows(sql, table)) {
    rows += batch.length;
    if (!output.write(batch.map((row) => `${JSON.stringify(row)}\n`).join(''))) {
      await once(output, 'drain');
    }
  }
  output.end();
  await finished(output);
  return { ...table, rows, sha256: await checksumOf(file) };
}

// Rows as Postgres writes them itself, exact for every type. Not COPY: the driver never reads
// its connection again after one that fills the stream's buffer. Ordered, because two copies of
// the same rows may lie in another order on disk.
async function* readRows(sql: Sql, { schema, name }: Table): AsyncGenerator<string[]> {
  const cursor = sql<{ row: string }[]>`
    select entry::text as row from ${sql(schema)}.${sql(name)} as entry
    order by entry::text collate "C"`.cursor(batchSize);
  for await (const batch of cursor) yield batch.map(({ row }) => row);
}

async function copyFiles(dataFolder: string, folder: string): Promise<Record<string, string>> {
  for (const part of ['files', 'secrets.json']) {
    const source = join(dataFolder, part);
    if (existsSync(source)) await cp(source, join(folder, part), { recursive: true });
  }
  const checksums: Record<string, string> = {};
  for await (const path of glob('{secrets.json,files/**/*}', {
    cwd: folder,
    withFileTypes: true,
  })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    checksums[file.slice(folder.length + 1)] = await checksumOf(file);
  }
  return checksums;
}
