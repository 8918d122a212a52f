import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findViolations } from '#support/accessibility.ts';
import { openPage, signInAs } from '#support/chromium.ts';
import { setBackend, setStage } from '#support/stage.ts';

const backend = setBackend();
const stage = setStage(backend);
let context: BrowserContext;
let tab: Page;
let complaints: string[];

beforeEach(async () => {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 800 } });
  ({ page: tab, complaints } = await openPage(context));
});
afterEach(() => context.close());

test('whoever is not signed in is led to the form, and back to where they wanted to go', async () => {
  await tab.goto(`${stage.site.url}/admin/audit-logs?tenant=acme`);
  expect(new URL(tab.url()).pathname).toBe('/sign-in');
  await signInAs(tab, 'owner@acme.test', backend().demoPassword);
  expect(new URL(tab.url()).pathname).toBe('/admin/audit-logs');
  expect(await tab.locator('h1').textContent()).toBe('Audit logs of Acme Tools');
});

test('a wrong password is named in the form, which keeps the address', async () => {
  await tab.goto(`${stage.site.url}/sign-in`);
  await tab.getByLabel('E-mail').fill('owner@acme.test');
  await tab.getByLabel('Password').fill('not the password');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('alert').waitFor();
  expect(await tab.getByLabel('E-mail').inputValue()).toBe('owner@acme.test');
  expect(await findViolations(tab)).toEqual([]);
});

test.for([
  ['admin@ops.test', '/admin/system-health', 'Tenants'],
  ['admin@ops.test', '/admin/audit-logs', 'Download all as CSV'],
  ['owner@acme.test', '/admin/audit-logs', 'Download all as CSV'],
  ['admin@acme.test', '/admin/audit-logs', 'Download all as CSV'],
  ['owner@acme.test', '/admin/system-health', 'Only a system admin may see this'],
  ['member@acme.test', '/admin/audit-logs', 'Only an admin of the tenant may see this'],
  ['owner@globex.test', '/admin/audit-logs?tenant=acme', 'Only an admin of the tenant'],
  ['nobody@ops.test', '/admin/audit-logs', 'Only an admin of the tenant may see this'],
] as const)('%s at %s reads "%s"', async ([email, path, expected]) => {
  await tab.goto(`${stage.site.url}/sign-in?next=${encodeURIComponent(path)}`);
  await signInAs(tab, email, backend().demoPassword);
  await tab.goto(stage.site.url + path);
  await tab.getByText(expected).first().waitFor();
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ colorScheme });
    expect(await findViolations(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
  expect(await tab.locator('.bar').textContent()).toContain(email);
  expect(complaints.filter((each) => !each.includes('status of 403'))).toEqual([]);
});

test('signing out closes the pages of the admin', async () => {
  await tab.goto(`${stage.site.url}/sign-in?next=/admin/system-health`);
  await signInAs(tab, 'admin@ops.test', backend().demoPassword);
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await tab.waitForURL(`${stage.site.url}/`);
  await tab.goto(`${stage.site.url}/admin/system-health`);
  expect(new URL(tab.url()).pathname).toBe('/sign-in');
});
