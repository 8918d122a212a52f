import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackend, type TestBackend } from '#support/database.ts';
import { runScript } from '#support/run-script.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

type Case = readonly [script: string, args: readonly string[], code: number, output: string];

test.for<Case>([
  ['db-migrate', [], 0, 'applied  20261102090000_tenancy'],
  ['db-migrate', ['list'], 0, 'Migrations of the embedded database in '],
  ['db-migrate', ['--dry-run'], 0, 'Nothing is pending.'],
  ['db-migrate', ['up'], 0, 'Nothing was pending.'],
  [
    'db-migrate',
    ['down'],
    2,
    'There is no "down". Usage: npm run db:migrate -- list | up | --dry-run',
  ],
  ['db-migrate', ['--force'], 2, 'Usage: npm run db:migrate'],
  ['db-types-check', [], 0, 'types/supabase.ts is what the migrations give.'],
  ['db-types-remote', [], 2, 'DATABASE_URL is not set.'],
  ['db-seed', [], 0, 'has tenants already; nothing was changed.'],
  ['db-verify', [], 0, 'The database has what the migrations promise, and nothing else.'],
  ['db-drill', [], 0, '"result": "passed"'],
])('%s %o, on the embedded database, exits with %i', async ([script, args, code, output]) => {
  const ran = await runScript(script, args, { HOLDFAST_DATA_DIR: backend.dataFolder });
  expect(ran.output).toContain(output);
  expect(ran.code).toBe(code);
});

test.for<Case>([
  ['db-migrate', ['list'], 0, 'Migrations of 127.0.0.1:'],
  ['db-seed', [], 2, '--demo-data-on-remote'],
  ['db-restore', [], 2, 'A hosted one is restored by its provider'],
])(
  '%s %o, on the database of DATABASE_URL, exits with %i',
  async ([script, args, code, output]) => {
    const ran = await runScript(script, args, { DATABASE_URL: backend.postgresUrl });
    expect(ran.output).toContain(output);
    expect(ran.output).not.toContain(new URL(backend.postgresUrl).password);
    expect(ran.code).toBe(code);
  },
);

test('without a database they say how to get one', async () => {
  const ran = await runScript('db-verify', [], { HOLDFAST_DATA_DIR: `${backend.dataFolder}/none` });
  expect(ran).toMatchObject({ code: 2, output: expect.stringContaining('Run `npm start` once') });
});

test('db-verify names what somebody changed by hand', async () => {
  const sql = postgres(backend.postgresUrl, { max: 1 });
  await sql`drop policy "System admins see readings" on check_readings`;
  await sql`grant delete on tenant_audit_logs to service_role`;
  await sql.end();
  const { code, output } = await runScript('db-verify', [], {
    HOLDFAST_DATA_DIR: backend.dataFolder,
  });
  expect(code).toBe(1);
  expect(output).toContain('missing: policy check_readings: System admins see readings');
  expect(output).toContain('different: grant tenant_audit_logs to service_role');
});
