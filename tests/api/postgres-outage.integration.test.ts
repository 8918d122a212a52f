import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { createServiceClient } from '#supabase/clients.ts';
import { type Browser, browse, signIn } from '#support/browse.ts';
import { setBackend, setSite } from '#support/stage.ts';

const backend = setBackend();
const site = setSite(backend);
let admin: Browser;

beforeAll(async () => {
  admin = await signIn(site().url, { email: 'admin@ops.test', password: backend().demoPassword });
});

async function statusWithin(limitMs: number, path: string, browser = browse(site().url)) {
  const startedMs = performance.now();
  const response = await browser.get(path);
  await response.text();
  expect(performance.now() - startedMs).toBeLessThan(limitMs);
  return response.status;
}

test.for([
  ['killed', () => backend().killPostgres()],
  ['paused', () => backend().pausePostgres()],
] as const)(
  'with Postgres %s the health is 503 within 2 s, and all recovers',
  async ([, breakIt]) => {
    await expect.poll(() => statusWithin(2_000, '/api/health'), { timeout: 10_000 }).toBe(200);
    const brokenAtMs = performance.now();
    breakIt();
    await expect.poll(() => statusWithin(2_000, '/api/health'), { timeout: 4_000 }).toBe(503);
    expect(performance.now() - brokenAtMs).toBeLessThan(4_000);
    expect(await statusWithin(2_000, '/livez')).toBe(200);
    expect(await statusWithin(1_000, '/')).toBe(200);
    expect(await statusWithin(1_000, '/fragments/metrics', admin)).toBe(200);
    expect(await statusWithin(4_000, '/api/system/metrics', admin)).toBe(503);
    await backend().resumePostgres();
    await expect.poll(() => statusWithin(2_000, '/api/health'), { timeout: 15_000 }).toBe(200);
    await expect
      .poll(() => statusWithin(5_000, '/api/system/metrics', admin), { timeout: 15_000 })
      .toBe(200);
  },
);

test('the history has the readings of the outages, which waited on disk', async () => {
  const client = createServiceClient(backend().access);
  const statuses = async () => {
    const { data } = await client.from('check_readings').select('status');
    return new Set(data?.map(({ status }) => status));
  };
  await expect.poll(async () => (await statuses()).size, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(await statuses()).toContain('pass');
});

test('the site logs what went wrong, and no key', async () => {
  const secrets = await readFile(`${backend().dataFolder}/secrets.json`, 'utf8');
  expect(site().output()).toContain('"level":"error"');
  for (const [secret] of secrets.matchAll(/[\w-]{20,}/g))
    expect(site().output()).not.toContain(secret);
});
