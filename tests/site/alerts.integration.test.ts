import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '#support/browse.ts';
import { startSite, type TestSite } from '#support/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

test.for([
  ['HealthFailing', '/runbooks/alerting/health-failing'],
  ['NobodyNamedThisAlert', '/#alerting'],
] as const)('the link of the alert %s leads to %s, and never nowhere', async ([alert, address]) => {
  const response = await browse(site.url).get(`/alerts/${alert}`);
  expect([response.status, response.headers.get('location')]).toEqual([302, address]);
});
