import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtPages } from '#support/built-pages.ts';
import { setStage } from '#support/stage.ts';

const runbooks = (await builtPages()).filter((address) => address.startsWith('/runbooks/'));

const stage = setStage();
let context: BrowserContext;
let tab: Page;

beforeEach(async () => {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 600 } });
  tab = await context.newPage();
});
afterEach(() => context.close());

const focused = () => tab.evaluate(() => document.activeElement?.textContent?.trim());

test('the first screen of a phone shows meaning, harm, state and the first safe action', async () => {
  const late: string[] = [];
  for (const address of runbooks) {
    await tab.goto(stage.site.url + address);
    const first = tab.locator('.lead .first');
    if ((await first.count()) === 0) continue;
    const box = await first.boundingBox();
    if (!box || box.y + box.height > 600) late.push(`${address} ends at ${box?.y}+${box?.height}`);
  }
  expect(late).toEqual([]);
});

test('the keyboard reaches the text first, then the pages, and sees where it is', async () => {
  await tab.goto(`${stage.site.url}/runbooks/incident-response`);
  await tab.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the text');
  expect(await tab.locator('.skip').boundingBox()).toMatchObject({ x: 8 });
  await tab.keyboard.press('Enter');
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('main');
  await tab.goto(`${stage.site.url}/runbooks/incident-response`);
  for (const name of ['Skip to the text', 'Holdfast', 'Pages']) {
    await tab.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  }
  const outline = await tab.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(
      document.activeElement ?? document.body,
    );
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 3px');
});

test('the list of pages opens and closes without a script', async () => {
  const plain = await stage.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 600 },
  });
  const reader = await plain.newPage();
  await reader.goto(`${stage.site.url}/runbooks/incident-response`);
  const list = reader.getByRole('navigation', { name: 'Pages' });
  expect(await list.isVisible()).toBe(false);
  await reader.getByRole('button', { name: 'Pages' }).click();
  expect(await list.getByRole('link', { name: 'Incident response' }).isVisible()).toBe(true);
  await reader.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
  await plain.close();
});

test('what can be tapped is at least 44 px high', async () => {
  await tab.goto(`${stage.site.url}/authoring`);
  const targets = tab.locator(
    '.bar a:visible, .bar button:visible, .live-note button, .copy, summary',
  );
  expect(await targets.count()).toBeGreaterThan(5);
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    expect(Math.round(box?.height ?? 0), (await target.textContent()) ?? '').toBeGreaterThan(43);
  }
});

test('one tap copies a command that reads; none copies one that destroys', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab.goto(`${stage.site.url}/authoring`);
  await tab.locator('[data-intent="read"] .copy').first().click();
  await expect
    .poll(() => tab.evaluate(() => navigator.clipboard.readText()))
    .toContain('curl -s -o /dev/null');
  const destroy = tab.locator('[data-intent="destroy"]');
  expect(await destroy.locator('.copy').count()).toBe(0);
  expect(await destroy.locator('pre').isVisible()).toBe(false);
  await destroy.locator('summary').click();
  expect(await destroy.locator('pre').isVisible()).toBe(true);
});

test('ticks survive a reload, and start empty in the next tab', async () => {
  await tab.goto(`${stage.site.url}/authoring`);
  const step = tab.getByRole('checkbox', { name: 'Step 2 done' });
  const task = tab.getByRole('checkbox', { name: 'Each command has been run.' });
  await step.check();
  await task.check();
  await tab.reload();
  expect([await step.isChecked(), await task.isChecked()]).toEqual([true, true]);
  const next = await context.newPage();
  await next.goto(`${stage.site.url}/authoring`);
  expect(await next.getByRole('checkbox', { name: 'Step 2 done' }).isChecked()).toBe(false);
});

test.for([
  ['2026-11-24', 'attested', false],
  ['2027-01-20', 'due', false],
  ['2027-06-30', 'expired', true],
] as const)('read on %s a fact of 1 Nov 2026 is %s', async ([today, attestation, isOverdue]) => {
  await tab.clock.setFixedTime(new Date(`${today}T12:00:00Z`));
  await tab.goto(`${stage.site.url}/authoring`);
  const fact = tab.locator('.external').first();
  expect(await fact.getAttribute('data-attestation')).toBe(attestation);
  expect(((await fact.textContent()) ?? '').toLowerCase()).toContain(attestation);
  expect(await tab.getByText('Review overdue').isVisible()).toBe(isOverdue);
});

test('on paper there is the page alone, with the addresses of its links', async () => {
  await tab.goto(`${stage.site.url}/runbooks/incident-response`);
  await tab.emulateMedia({ media: 'print' });
  for (const part of ['.bar', '.pages', '.foot']) {
    expect(await tab.locator(part).first().isVisible(), part).toBe(false);
  }
  expect(await tab.locator('h1').isVisible()).toBe(true);
  expect((await tab.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
});
