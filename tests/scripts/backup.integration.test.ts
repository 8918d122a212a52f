import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dump } from '#scripts/backup/dump.ts';
import { restore } from '#scripts/backup/restore.ts';
import { compareCatalogs, readCatalog } from '#scripts/database/catalog.ts';
import { createServiceClient } from '#supabase/clients.ts';
import { startBackend, type TestBackend } from '#support/database.ts';

let backend: TestBackend;
let sql: Sql;
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'backup test '));
  backend = await startBackend();
  sql = postgres(backend.postgresUrl, { max: 1 });
  const bucket = createServiceClient(backend.access).storage.from('media');
  await bucket.upload('a/b.txt', Buffer.from('text'), { contentType: 'text/plain' });
  await sql`insert into error_tracking (message, fingerprint)
    values (${'quotes " and \\ back\nand lines, (brackets) ü'}, '')`;
});
afterAll(async () => {
  await sql.end();
  await backend.stop();
  await rm(scratch, { recursive: true, force: true });
});

test('a backup of a running system restores to the same rows, files, chains and schema', async () => {
  const backup = join(scratch, 'good');
  const manifest = await dump(sql, backup, backend.dataFolder);
  expect(Object.keys(manifest.files).length).toBeGreaterThan(1);

  const { proof, result } = await restore(backup, join(scratch, 'restored'), async (restored) => ({
    catalog: await readCatalog(restored),
    message: (await restored`select message from error_tracking where fingerprint = ''`)[0]
      ?.message,
    next: await restored`insert into tenant_audit_logs (tenant_id, action, resource_type)
      select id, 'test.added', 'test' from tenants returning id`,
  }));
  expect(proof).toMatchObject({ auditLogs: 3, tables: manifest.tables.length });
  expect(proof.rows).toBeGreaterThan(15_000);
  expect(result.message).toBe('quotes " and \\ back\nand lines, (brackets) ü');
  expect(result.next).toHaveLength(3);
  expect(compareCatalogs(await readCatalog(sql), result.catalog)).toEqual([]);
});

test.for([
  ['a table was changed', 'tables/public.tenants.rows', 'missing or damaged'],
  ['its list was damaged', 'manifest.json', 'is not a complete backup'],
  ['a key file was changed', 'secrets.json', 'missing or damaged'],
] as const)(
  'a backup of which %s is refused before anything is made',
  async ([, file, message]) => {
    const backup = await mkdtemp(join(scratch, 'bad-'));
    await dump(sql, backup, backend.dataFolder);
    await appendFile(join(backup, file), 'x');
    const target = join(scratch, 'never');
    await expect(restore(backup, target, async () => undefined)).rejects.toThrow(message);
    await expect(readdir(target)).rejects.toThrow('ENOENT');
  },
);

test('a restore never overwrites', async () => {
  const backup = await mkdtemp(join(scratch, 'backup-'));
  await dump(sql, backup, backend.dataFolder);
  await expect(restore(backup, backend.dataFolder, async () => undefined)).rejects.toThrow(
    'is not empty; a restore never overwrites',
  );
});

test('a database that lost a policy, a grant or a trigger differs from its migrations', async () => {
  const before = await readCatalog(sql);
  await sql`drop policy "Members and system admins see media" on media`;
  await sql`grant select on media to anon`;
  await sql`alter table tenant_audit_logs disable trigger chain_audit_log`;
  await sql`alter table page_views disable row level security`;
  const names = compareCatalogs(before, await readCatalog(sql)).map(({ what }) => what);
  expect(names).toEqual([
    'grant media to anon',
    'policy media: Members and system admins see media',
    'table page_views',
    'trigger tenant_audit_logs.chain_audit_log',
  ]);
});
