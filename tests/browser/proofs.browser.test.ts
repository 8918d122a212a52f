import { execFileSync } from 'node:child_process';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DriftReport, proofsOf } from '#site/page-proof.ts';
import { pageUrl } from '#site/page-url.ts';
import { findViolations } from '#support/accessibility.ts';
import { builtPages } from '#support/built-pages.ts';
import { openPage } from '#support/chromium.ts';
import { setStage } from '#support/stage.ts';

const ALERT = '/runbooks/alerting/health-failing';
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true };

const stage = setStage();

async function open(address: string, options: BrowserContextOptions = PHONE): Promise<Page> {
  const page = await (await stage.browser.newContext(options)).newPage();
  await page.goto(stage.site.url + address);
  return page;
}

/** What a page says of its proofs, read from its HTML alone. */
function readProofs(page: Page) {
  return page.evaluate(() => {
    const textOf = (node: Element | null | undefined) => node?.textContent?.trim() ?? '';
    const entries = [...document.querySelectorAll('#proven li')].map((entry) => {
      const words = entry.firstElementChild;
      const bearer = document.querySelector(words?.getAttribute('href') ?? 'nothing');
      return {
        text: words?.textContent ?? '',
        verdict: textOf(entry.closest('ul')?.previousElementSibling),
        isLink: words?.tagName === 'A',
        bearer: bearer && `${bearer.tagName} ${bearer.textContent}`,
      };
    });
    return {
      entries,
      head: textOf(document.querySelector('.proof')).replace(/\s+/g, ' '),
      summary: textOf(document.querySelector('.proofs summary')),
    };
  });
}

test('each claim of the report is in the list of its page, led back to the words that make it', async () => {
  const page = await open(ALERT);
  const revision = (await page.locator('.proof code').textContent()) ?? '';
  const words = ['check', '--rev', revision, '--all', '--format', 'json'];
  const report = execFileSync(process.execPath, ['src/cli/main.ts', ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const proofs = proofsOf(DriftReport.parse(JSON.parse(report)), '');
  const addresses = await builtPages();
  for (const [path, { claims }] of proofs) {
    if (!addresses.includes(pageUrl(path))) continue;
    await page.goto(stage.site.url + pageUrl(path));
    const { entries, summary } = await readProofs(page);
    expect(summary, path).toBe(`Proofs of ${claims.length} claims`);
    const listed = entries.map(({ text, isLink }) =>
      isLink ? text : text.replace(/^\s*Line \d+: /, ''),
    );
    expect(listed.map((text) => text.trim()).sort(), path).toEqual(
      claims.map(({ text }) => text.trim()).sort(),
    );
    for (const { text, isLink, bearer } of entries) {
      if (!isLink) continue;
      const [tag, own = ''] = [bearer?.split(' ')[0], bearer?.replace(/^\S+ /, '')];
      const at = `${path}: ${text}`;
      expect(['U', 'SPAN', 'A', 'IMG', 'PRE'], at).toContain(tag);
      // A mark is longer where claims overlap, and shorter where code begins inside of the words.
      const isAbout = own.includes(text) || text.replaceAll('`', '').includes(own);
      expect(isAbout || tag === 'A' || tag === 'IMG', `${at} at "${own}"`).toBe(true);
    }
  }
});

test('the head counts what the list holds, and calls nothing proven that is not', async () => {
  const page = await open(ALERT);
  for (const address of await builtPages()) {
    await page.goto(stage.site.url + address);
    const { entries, head } = await readProofs(page);
    if (head === '') continue;
    const count = (verdict: string) => entries.filter((entry) => entry.verdict === verdict).length;
    const said = (pattern: RegExp) => Number(pattern.exec(head)?.[1] ?? 0);
    expect(said(/(\d+) claims hold/), address).toBe(count('Holds'));
    expect(said(/(\d+) cannot be told/), address).toBe(count('Cannot be told'));
    expect(said(/(\d+) held back/), address).toBe(count('Held back'));
    expect(said(/(\d+) external facts? (?:is|are) due/), address).toBe(count('External fact, due'));
    expect(count('Does not hold'), address).toBe(0);
  }
});

test.for([360, 1280])(
  'at %i px the open list and the sheet are accessible, light and dark',
  async (width) => {
    const context = await stage.browser.newContext({ viewport: { width, height: 800 } });
    const { page, complaints } = await openPage(context);
    const problems: string[] = [];
    for (const address of [ALERT, '/runbooks/migrations', '/operations-domain']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(stage.site.url + address);
        await page.locator('.proof a').click();
        expect(await page.locator('#proven').isVisible()).toBe(true);
        await page.locator('.prose u[id]').first().click();
        expect(await page.locator('.proof-sheet').isVisible()).toBe(true);
        problems.push(...(await findViolations(page)));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
        if (overflow > width) problems.push(`${address} is ${overflow} px wide`);
      }
    }
    await context.close();
    expect(problems).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('a tap on the words shows their proof, moves nothing, and one beside it takes it away', async () => {
  const page = await open(ALERT);
  const mark = page.locator('.prose u[id]', { hasText: 'GET /api/health' });
  await mark.scrollIntoViewIfNeeded();
  const before = await mark.boundingBox();
  await mark.tap();
  const sheet = page.locator('.proof-sheet');
  expect(await sheet.textContent()).toMatch(
    /Holds\s+GET \/api\/health\s+src\/pages\/api\/health\.ts:\d+/,
  );
  expect(await mark.boundingBox()).toEqual(before);
  await page.touchscreen.tap(180, 700);
  expect(await sheet.isVisible()).toBe(false);
});

test('a tap that ticks a step or follows a link shows no proof', async () => {
  const page = await open('/authoring');
  await page.locator('.prose a[id]').first().click();
  expect(await page.locator('.proof-sheet').isVisible()).toBe(false);
  expect(page.url()).toBe(`${stage.site.url}/runbooks/incident-response`);
});

test('without a script the head leads to the list, and the list back to the words', async () => {
  const page = await open(ALERT, { ...PHONE, javaScriptEnabled: false });
  expect(await page.locator('#proven').isVisible()).toBe(false);
  await page.locator('.proof a').click();
  expect(await page.locator('#proven').isVisible()).toBe(true);
  const entry = page.locator('#proven a', { hasText: 'GET /api/health' });
  const box = await entry.boundingBox();
  expect(Math.round(box?.height ?? 0)).toBeGreaterThan(43);
  await entry.click();
  const mark = page.locator('.prose :target');
  expect(await mark.textContent()).toBe('GET /api/health');
  expect(await mark.boundingBox()).toMatchObject({ x: expect.any(Number) });
});

/** What one mark of the page would be if its claim could not be told. */
async function untold(page: Page) {
  await page
    .locator('.prose u')
    .first()
    .evaluate((mark) => {
      mark.classList.add('untold');
    });
  return page.locator('.prose .untold').first();
}

test('marks add no stop for the keyboard, no sign to what is copied, and say what is unproven', async () => {
  const page = await open(ALERT);
  expect(await page.locator('.prose u a, .prose u[role], .prose u[tabindex]').count()).toBe(0);
  const mark = await untold(page);
  const words = await mark.textContent();
  const copied = await mark.evaluate((node) => {
    getSelection()?.selectAllChildren(node);
    return getSelection()?.toString();
  });
  expect(copied).toBe(words);
  const heard = await page.locator('.prose').ariaSnapshot();
  expect(heard).toContain(`${words} not proven`);
});

test('on paper what holds is quiet, and what cannot be told says so', async () => {
  const page = await open(ALERT);
  const mark = await untold(page);
  const holding = page.locator('.prose u:not([class])').first();
  const decorated = () => holding.evaluate((node) => getComputedStyle(node).textDecorationLine);
  expect(await decorated()).toBe('underline');
  await page.emulateMedia({ media: 'print' });
  expect(await decorated()).toBe('none');
  expect(await page.locator('.proofs').isVisible()).toBe(false);
  expect(await page.locator('.proof').isVisible()).toBe(true);
  expect(await mark.evaluate((node) => getComputedStyle(node, '::after').content)).toContain('?');
});
