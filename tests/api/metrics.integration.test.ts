import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Browser, signIn } from '#support/browse.ts';
import { setBackend, setSite } from '#support/stage.ts';

const backend = setBackend();
const site = setSite(backend);
let admin: Browser;
let sql: postgres.Sql;

beforeAll(async () => {
  admin = await signIn(site().url, { email: 'admin@ops.test', password: backend().demoPassword });
  sql = postgres(backend().postgresUrl, { max: 1 });
});
afterAll(async () => {
  await sql?.end();
});

const Body = z.object({
  metrics: z.record(
    z.string(),
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('known'), value: z.number(), unit: z.string() }),
      z.object({ status: z.literal('unknown'), reason: z.string().min(1) }),
    ]),
  ),
});

async function getMetrics() {
  const response = await admin.get('/api/system/metrics');
  return { code: response.status, ...Body.parse(await response.json()) };
}

const names = [
  'active_users_24h',
  'active_users_now',
  'errors_1h',
  'errors_24h',
  'errors_7d',
  'latency_p50',
  'latency_p95',
  'latency_p99',
  'media_bytes',
  'media_files',
  'tenants',
];

test('every metric is there and known', async () => {
  const { code, metrics } = await getMetrics();
  expect(code).toBe(200);
  expect(Object.keys(metrics).sort()).toEqual(names);
  expect(Object.values(metrics).filter(({ status }) => status !== 'known')).toEqual([]);
});

test('a count is right beyond a thousand rows', async () => {
  await sql`delete from error_tracking`;
  await sql`
    insert into error_tracking (level, message, fingerprint)
    select 'error', 'many', 'many' from generate_series(1, 2345)`;
  const { metrics } = await getMetrics();
  expect(metrics['errors_1h']).toMatchObject({ status: 'known', value: 2_345 });
});

test('a measured zero is known', async () => {
  await sql`delete from error_tracking`;
  expect((await getMetrics()).metrics['errors_7d']).toMatchObject({ status: 'known', value: 0 });
});

test('without page views the latency is unknown, not zero', async () => {
  await sql`delete from page_views`;
  const { metrics } = await getMetrics();
  expect(metrics['latency_p95']).toMatchObject({
    status: 'unknown',
    reason: 'No page was viewed in the last 24 hours.',
  });
  expect(metrics['active_users_24h']).toMatchObject({ status: 'known', value: 0 });
});

test('a source that is broken is unknown and takes no other with it', async () => {
  await sql`alter table media rename to media_away`;
  const { code, metrics } = await getMetrics();
  const page = await (await admin.get('/admin/system-health')).text();
  await sql`alter table media_away rename to media`;
  expect(code).toBe(200);
  expect(metrics['media_files']).toMatchObject({ status: 'unknown' });
  expect(metrics['tenants']).toMatchObject({ status: 'known', value: 3 });
  expect(page).toContain('The database could not compute it.');
});

test('when nothing can be read every metric says why, with 503', async () => {
  await sql`alter function system_metrics() rename to system_metrics_away`;
  const { code, metrics } = await getMetrics();
  await sql`alter function system_metrics_away() rename to system_metrics`;
  expect(code).toBe(503);
  expect(Object.keys(metrics).sort()).toEqual(names);
  expect(new Set(Object.values(metrics).map(({ status }) => status))).toEqual(new Set(['unknown']));
});
