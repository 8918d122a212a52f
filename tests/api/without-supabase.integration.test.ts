import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '#support/browse.ts';
import { startSite, type TestSite } from '#support/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

test.for([
  ['/', 200, 'Runbooks'],
  ['/livez', 200, 'alive'],
  ['/readyz', 503, 'not ready'],
  ['/api/health', 503, '{"status":"fail"}'],
  ['/api/system/metrics', 503, '"status":503'],
  ['/fragments/health', 200, 'In trouble since'],
  ['/fragments/metrics', 200, 'runs without its database'],
  ['/fragments/audit-log?tenant=acme', 200, 'runs without its database'],
  ['/sign-in', 200, '<form'],
  ['/admin/system-health', 503, 'runs without its database'],
  ['/admin/audit-logs', 503, 'runs without its database'],
] as const)('without its variables the site answers %s with %i', async ([path, status, words]) => {
  const response = await browse(site.url).get(path);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(words);
});

test('signing in says why it cannot work', async () => {
  const form = { email: 'admin@ops.test', password: 'anything' };
  const response = await browse(site.url).post('/sign-in', form);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('runs without its database');
});

test('the log names the missing variables', () => {
  expect(site.output()).toContain('SUPABASE_SERVICE_ROLE_KEY is missing');
});
