import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAuditExport } from '#pages/_http/audit-export.ts';
import { readMetrics } from '#pages/_http/metrics.ts';
import type { Client } from '#supabase/clients.ts';
import { readAuditLog } from '#supabase/queries/audit-logs.ts';
import { listTenants } from '#supabase/queries/tenants.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { clientOf, clientWithoutUser } from '#support/sign-in.ts';

const acme = '0a000000-0000-4000-8000-000000000001';

let backend: TestBackend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend?.stop());

const open = (email: string | null): Promise<Client> =>
  email ? clientOf(backend, email) : Promise.resolve(clientWithoutUser(backend));

/** What the routes read once their own check has let somebody pass. */
const visitors = [
  [null, false, false],
  ['nobody@ops.test', false, false],
  ['member@acme.test', false, false],
  ['owner@globex.test', false, false],
  ['owner@initech.test', false, false],
  ['admin@acme.test', true, false],
  ['owner@acme.test', true, false],
  ['admin@ops.test', true, true],
] as const;

test.for(visitors)(
  'without the check of the route, %s reads the log of acme: %s',
  async ([email, mayRead]) => {
    const client = await open(email);
    const query = { tenantId: acme, filter: {}, after: null, limit: 10 };
    const page = await readAuditLog(client, query);
    const entries = page.status === 'read' ? page.value.entries : [];
    expect(entries.length > 0).toBe(mayRead);
  },
);

test.for(visitors)(
  'without the check of the route, %s exports the log of acme: %s',
  async ([email, mayRead]) => {
    const body = await openAuditExport({ client: await open(email), tenantId: acme, filter: {} });
    const text = body ? await new Response(body).text() : '';
    expect(text.split('\r\n').length > 2).toBe(mayRead);
  },
);

test.for(visitors)(
  'without the check of the route, %s reads the metrics: %s, %s',
  async ([email, , mayRead]) => {
    const result = await readMetrics(await open(email), 5_000);
    expect(result.status).toBe(mayRead ? 'read' : 'refused');
  },
);

test('a user sees the tenants they belong to, with their role', async () => {
  const client = await open('member@acme.test');
  const { data } = await client.auth.getUser();
  const tenants = await listTenants(client, data.user?.id ?? '');
  expect(tenants).toMatchObject({ status: 'read', value: [{ slug: 'acme', role: 'member' }] });
});
