import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findViolations } from '#support/accessibility.ts';
import { signInAs } from '#support/chromium.ts';
import { setBackend, setStage } from '#support/stage.ts';

const page = '/authoring';
const kinds = ['health', 'metrics', 'audit-log'] as const;

const backend = setBackend();
const stage = setStage(backend);
let context: BrowserContext;
let tab: Page;

beforeEach(async () => {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 800 } });
  tab = await context.newPage();
});
afterEach(() => context.close());

const widget = (kind: string) => tab.locator(`[data-kind="${kind}"]`);
/** What it says, with single spaces. */
const textOf = async (kind: string) =>
  ((await widget(kind).textContent()) ?? '').replaceAll(/\s+/g, ' ');
const refreshed = async (kind: string) => {
  await widget(kind).getByRole('button').click();
  return textOf(kind);
};
const fragment = (kind: string) => `**/fragments/${kind}*`;

async function signIn(email: string): Promise<void> {
  await tab.goto(`${stage.site.url}/sign-in`);
  await signInAs(tab, email, backend().demoPassword);
}

async function stateOf(kind: string, state: string): Promise<void> {
  await widget(kind).locator(`[data-state="${state}"]`).waitFor({ timeout: 15_000 });
}

test('fresh: an admin sees the figures, each with its age', async () => {
  await signIn('admin@ops.test');
  await tab.goto(stage.site.url + page);
  for (const kind of kinds) await stateOf(kind, 'fresh');
  await expect.poll(() => refreshed('health')).toMatch(/Pass\s*Database.+ago/);
  expect(await textOf('metrics')).toMatch(/Tenants\s*3 tenants.+Counted .+ UTC/);
  expect(await widget('audit-log').locator('li').count()).toBeGreaterThan(3);
  expect(await findViolations(tab)).toEqual([]);
});

test.for(kinds)(
  '%s says its source, its time limit, and what green does not prove',
  async (kind) => {
    await tab.goto(stage.site.url + page);
    expect(await textOf(kind)).toMatch(
      /Source: .+ Time limit \d+ s\. Green proves that .+ does not prove that .+\./,
    );
  },
);

test.for([
  [360, 'as it comes', 0],
  [1280, 'as it comes', 0],
  [360, 'longer than its place', 60],
  [1280, 'longer than its place', 60],
] as const)('at %i px an answer %s moves nothing on the page', async ([width, , lines]) => {
  await tab.setViewportSize({ width, height: 2400 });
  await signIn('admin@ops.test');
  const answers = Promise.withResolvers<void>();
  await tab.route('**/fragments/*', async (route) => {
    await answers.promise;
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()) + '<p>line</p>'.repeat(lines) });
  });
  await tab.goto(`${stage.site.url}${page}#live-blocks`);
  for (const kind of kinds) await stateOf(kind, 'asking');
  const before = await placesAroundAnswers();
  answers.resolve();
  for (const kind of kinds) await stateOf(kind, 'fresh');
  expect(await placesAroundAnswers()).toEqual(before);
  expect(await findViolations(tab)).toEqual([]);
});

/** Where every element stands that is not part of an answer or of the line about it. */
function placesAroundAnswers(): Promise<string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.live-body, .live-note'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName}.${element.className} ${x} ${y} ${width} ${height}`;
      }),
  );
}

const failures: [string, (route: Route) => unknown, RegExp][] = [
  ['unreachable', (route) => route.abort(), /Failed\. The server cannot be reached\./],
  ['broken', (route) => route.fulfill({ status: 500 }), /Failed\. The server answered 500\./],
  ['hanging', () => undefined, /Failed\. No answer within 4 s\./],
];

test.for(failures)(
  'failed: a server that is %s is named as the reason',
  async ([, fail, reason]) => {
    await tab.route(fragment('metrics'), fail);
    await tab.goto(stage.site.url + page);
    await stateOf('metrics', 'failed');
    expect(await textOf('metrics')).toMatch(reason);
    expect(await findViolations(tab)).toEqual([]);
  },
);

test('stale: the last good answer stays, with its age and the reason, until one tap helps', async () => {
  await signIn('admin@ops.test');
  await tab.goto(stage.site.url + page);
  await stateOf('metrics', 'fresh');
  await tab.route(fragment('metrics'), (route) => route.abort());
  await widget('metrics').getByRole('button').click();
  await stateOf('metrics', 'stale');
  expect(await textOf('metrics')).toMatch(
    /cannot be reached\. Not updated since .+ UTC\..+3 tenants/,
  );
  expect(await findViolations(tab)).toEqual([]);
  await tab.unroute(fragment('metrics'));
  await widget('metrics').getByRole('button').click();
  await stateOf('metrics', 'fresh');
});

test.for([
  [null, 'metrics', /Only a system admin may see this\. Sign in/],
  ['member@acme.test', 'metrics', /Only a system admin .+ signed in as member@acme\.test/],
  ['member@acme.test', 'audit-log', /Only an admin of acme .+ signed in as member@acme\.test/],
  ['owner@globex.test', 'audit-log', /Only an admin of acme .+ signed in as owner@globex\.test/],
] as const)('not allowed: %s is told who may see %s', async ([email, kind, expected]) => {
  if (email) await signIn(email);
  await tab.goto(stage.site.url + page);
  await stateOf(kind, 'refused');
  expect(await textOf(kind)).toMatch(expected);
});

test('an owner sees the log of the own tenant, and everybody the state of the system', async () => {
  await signIn('owner@acme.test');
  await tab.goto(stage.site.url + page);
  await stateOf('audit-log', 'fresh');
  await stateOf('health', 'fresh');
  expect(await textOf('health')).not.toContain('Database');
});

test('a widget asks again by itself, and no more than every 30 s', async () => {
  await tab.clock.install();
  let asked = 0;
  await tab.route(fragment('metrics'), (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'text/html', body: '<p>figures</p>' });
  });
  await tab.goto(stage.site.url + page);
  await stateOf('metrics', 'fresh');
  await tab.clock.runFor(29_000);
  expect(asked).toBe(1);
  await tab.clock.runFor(2_000);
  await expect.poll(() => asked).toBe(2);
});

test('without JavaScript a widget leads to the page that shows the same', async () => {
  const plain = await stage.browser.newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(stage.site.url + page);
  const block = reader.locator('[data-kind="metrics"]');
  expect(await block.textContent()).toContain('needs JavaScript');
  expect(await block.locator('live-fragment a').getAttribute('href')).toBe('/admin/system-health');
  await plain.close();
});
