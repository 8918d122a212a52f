import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPages } from '#support/built-pages.ts';
import { openChromium, signInAs } from '#support/chromium.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { startSite, type TestSite } from '#support/site.ts';

let backend: TestBackend;
let site: TestSite;
let browser: Browser;
let tab: Page;

beforeAll(async () => {
  backend = await startBackend();
  site = await startSite(backend.access);
  browser = await openChromium();
  tab = await browser.newPage();
  await tab.goto(`${site.url}/sign-in?next=/authoring`);
  await signInAs(tab, 'admin@ops.test', backend.demoPassword);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await backend?.stop();
});

/** Taps refresh and reads, because nobody in an outage waits half a minute. */
async function refreshed(kind: string): Promise<string> {
  const widget = tab.locator(`[data-kind="${kind}"]`);
  await widget.getByRole('button').click();
  return ((await widget.textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

const patience = { timeout: 40_000, interval: 1_000 };

test('with Postgres killed every page reads, every widget says since when, and all recovers', {
  timeout: 180_000,
}, async () => {
  await expect.poll(() => refreshed('metrics'), patience).toContain('3 tenants');
  await expect.poll(() => refreshed('audit-log'), patience).toContain('user.signed_in');
  backend.killPostgres();

  await expect
    .poll(() => refreshed('health'), patience)
    .toMatch(/(?:No answer|trouble|Fail).* since /);
  await expect
    .poll(() => refreshed('metrics'), patience)
    .toMatch(/Failed\. .+ Not updated since .+ UTC\..+3 tenants/);
  await expect
    .poll(() => refreshed('audit-log'), patience)
    .toMatch(/Failed\. .+ Not updated since .+ UTC\..+user\.signed_in/);
  const reader = await browser.newPage();
  for (const address of await builtPages()) {
    await reader.goto(site.url + address);
    expect(await reader.locator('h1').isVisible(), address).toBe(true);
  }

  await backend.resumePostgres();
  await expect.poll(() => refreshed('metrics'), patience).toMatch(/Updated .+3 tenants/);
  await expect.poll(() => refreshed('audit-log'), patience).toMatch(/Updated .+user\.signed_in/);
  await expect.poll(() => refreshed('health'), patience).toContain('Pass');
});
