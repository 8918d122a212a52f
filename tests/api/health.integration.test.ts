import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Browser, browse, signIn } from '#support/browse.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '#support/fault-proxy.ts';
import { startSite, type TestSite } from '#support/site.ts';

const LIMIT_MS = 2_000;
/** A reading serves for a second: what the table sets must not be answered from before. */
const READING_MS = 1_100;

let backend: TestBackend;
let proxy: FaultProxy;
let site: TestSite;
let admin: Browser;

beforeAll(async () => {
  backend = await startBackend();
  proxy = await startFaultProxy(backend.url);
  site = await startSite({ ...backend.access, url: proxy.url });
  admin = await signIn(site.url, { email: 'admin@ops.test', password: backend.demoPassword });
});
afterAll(async () => {
  await site?.stop();
  await proxy?.stop();
  await backend?.stop();
});
beforeAll(async () => {
  const isWarm = async () => expect((await timed('/api/health')).status).toBe(200);
  await vi.waitFor(isWarm, { timeout: 20_000, interval: 500 });
});
beforeEach(() => new Promise((resolve) => setTimeout(resolve, READING_MS)));

async function timed(path: string, browser = browse(site.url)) {
  const startedMs = performance.now();
  const response = await browser.get(path);
  const body = await response.text();
  return {
    status: response.status,
    body,
    headers: response.headers,
    ms: performance.now() - startedMs,
  };
}

const table: readonly [rest: Fault, storage: Fault, status: number][] = [
  ['up', 'up', 200],
  ['down', 'up', 503],
  ['hanging', 'up', 503],
  ['lying', 'up', 503],
  ['out of form', 'up', 503],
  ['up', 'down', 503],
  ['up', 'hanging', 503],
  ['up', 'lying', 503],
  ['up', 'out of form', 503],
  ['down', 'down', 503],
  ['down', 'hanging', 503],
  ['down', 'lying', 503],
  ['hanging', 'down', 503],
  ['hanging', 'hanging', 503],
  ['hanging', 'lying', 503],
];

test.for(table)('database %s, storage %s: %i within 2 s', async ([rest, storage, status]) => {
  proxy.set({ rest, storage });
  const health = await timed('/api/health');
  expect(health.status).toBe(status);
  expect(health.ms).toBeLessThan(LIMIT_MS);
  expect(JSON.parse(health.body)).toEqual({ status: status === 200 ? 'pass' : 'fail' });
  expect(health.headers.get('content-type')).toBe('application/health+json');
});

test('with everything hanging, the sign-in too, a signed-in caller has the answer within 2 s', async () => {
  proxy.set({ rest: 'hanging', storage: 'hanging', auth: 'hanging' });
  const health = await timed('/api/health', admin);
  expect(health.status).toBe(503);
  expect(health.ms).toBeLessThan(LIMIT_MS);
  expect(JSON.parse(health.body)).toEqual({ status: 'fail' });
});

const Document = z.object({
  status: z.enum(['pass', 'warn', 'fail']),
  checks: z.record(
    z.string(),
    z.tuple([
      z.object({
        status: z.enum(['pass', 'warn', 'fail']),
        time: z.iso.datetime(),
        observedValue: z.number(),
        observedUnit: z.literal('ms'),
        output: z.string().optional(),
      }),
    ]),
  ),
});

test.for([
  ['up', undefined],
  ['down', 'It did not answer with its buckets.'],
  ['lying', 'It says that it is not healthy.'],
  ['hanging', 'No answer within 1,500 ms.'],
] as const)('a system admin reads what ails the storage when it is %s', async ([fault, output]) => {
  proxy.set({ storage: fault });
  const document = Document.parse(JSON.parse((await timed('/api/health', admin)).body));
  const [storage] = document.checks['storage:responseTime'] ?? [];
  expect(storage?.output).toBe(output);
  expect(document.checks['database:responseTime']?.[0].status).toBe('pass');
});

test('nothing of the backend leaks into an answer', async () => {
  proxy.set({ rest: 'down', storage: 'out of form' });
  const { body } = await timed('/api/health', admin);
  expect(body).not.toMatch(/127\.0\.0\.1|ECONN|fetch failed|sb_|nginx/);
});

test.for([
  ['/livez', 'hanging', 200],
  ['/livez', 'down', 200],
  ['/readyz', 'up', 200],
  ['/readyz', 'hanging', 503],
  ['/readyz', 'down', 503],
] as const)('%s with the database %s is %i', async ([path, rest, status]) => {
  proxy.set({ rest });
  const answer = await timed(path);
  expect(answer.status).toBe(status);
  expect(answer.ms).toBeLessThan(LIMIT_MS);
});

// Again when it fails: a busy machine adds its own delay to a single measurement.
test.for(['/fragments/health', '/fragments/metrics', '/fragments/audit-log?tenant=acme'])(
  'with everything hanging %s answers within a second and says since when',
  { retry: 2 },
  async (path) => {
    proxy.set({ rest: 'hanging', storage: 'hanging', auth: 'hanging' });
    await timed('/api/health');
    const fragment = await timed(path, admin);
    expect(fragment.ms).toBeLessThan(1_000);
    expect(fragment.status).toBe(200);
    expect(fragment.body).toMatch(/since \d+ \w+, \d\d:\d\d:\d\d UTC/);
  },
);

test('the pages say that the sign-in cannot be verified instead of asking to sign in', async () => {
  proxy.set({ auth: 'down', rest: 'down' });
  for (const path of ['/admin/system-health', '/admin/audit-logs', '/api/system/metrics']) {
    expect((await timed(path, admin)).status, path).toBe(503);
  }
});

test('all recovers by itself', async () => {
  proxy.set({});
  expect((await timed('/api/health')).status).toBe(200);
  expect((await timed('/admin/system-health', admin)).body).toContain('All is well since');
});
