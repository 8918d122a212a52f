import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { builtPages } from '#support/built-pages.ts';
import { signInAs } from '#support/chromium.ts';
import { setBackend, setStage } from '#support/stage.ts';

const backend = setBackend();
const stage = setStage(backend);
let tab: Page;

beforeAll(async () => {
  tab = await stage.browser.newPage();
  await tab.goto(`${stage.site.url}/sign-in?next=/authoring`);
  await signInAs(tab, 'admin@ops.test', backend().demoPassword);
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
  backend().killPostgres();

  await expect
    .poll(() => refreshed('health'), patience)
    .toMatch(/(?:No answer|trouble|Fail).* since /);
  await expect
    .poll(() => refreshed('metrics'), patience)
    .toMatch(/Failed\. .+ Not updated since .+ UTC\..+3 tenants/);
  await expect
    .poll(() => refreshed('audit-log'), patience)
    .toMatch(/Failed\. .+ Not updated since .+ UTC\..+user\.signed_in/);
  const reader = await stage.browser.newPage();
  for (const address of await builtPages()) {
    await reader.goto(stage.site.url + address);
    expect(await reader.locator('h1').isVisible(), address).toBe(true);
  }

  await backend().resumePostgres();
  await expect.poll(() => refreshed('metrics'), patience).toMatch(/Updated .+3 tenants/);
  await expect.poll(() => refreshed('audit-log'), patience).toMatch(/Updated .+user\.signed_in/);
  await expect.poll(() => refreshed('health'), patience).toContain('Pass');
});
