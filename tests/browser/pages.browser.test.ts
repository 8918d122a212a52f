import { expect, test } from 'vitest';
import { findViolations } from '#support/accessibility.ts';
import { builtPages } from '#support/built-pages.ts';
import { openPage } from '#support/chromium.ts';
import { setStage } from '#support/stage.ts';

const addresses = [...(await builtPages()), '/sign-in', '/no/such/page'];

const stage = setStage();

test('there are pages to look at', () => {
  expect(addresses.length).toBeGreaterThan(12);
});

test.for([360, 1280])(
  'every page at %i px, light and dark: accessible, no sideways scroll, nothing blocked',
  { timeout: 240_000 },
  async (width) => {
    const context = await stage.browser.newContext({ viewport: { width, height: 800 } });
    const { page, complaints } = await openPage(context);
    const problems: string[] = [];
    for (const address of addresses) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(stage.site.url + address);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
      if (overflow > width) problems.push(`${address} is ${overflow} px wide`);
      problems.push(...(await findViolations(page)));
      // Of all rules only this one sees colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      problems.push(...(await findViolations(page, 'color-contrast')));
    }
    await context.close();
    expect(problems).toEqual([]);
    expect(complaints.filter((each) => !each.includes('404 (Not Found)'))).toEqual([]);
  },
);

test('every page reads with JavaScript off, word for word', async () => {
  const [withScript, without] = await Promise.all(
    [true, false].map((javaScriptEnabled) => stage.browser.newContext({ javaScriptEnabled })),
  );
  const script = await withScript?.newPage();
  const plain = await without?.newPage();
  for (const address of addresses) {
    await script?.goto(stage.site.url + address);
    await plain?.goto(stage.site.url + address);
    const texts = await Promise.all(
      [script, plain].map((page) => page?.locator('main :is(h1, h2, h3, p, li, td, pre)').count()),
    );
    expect(texts[1], address).toBeGreaterThan(0);
    expect(await plain?.locator('h1').isVisible(), address).toBe(true);
    expect(await plain?.locator('main').textContent(), address).not.toContain('undefined');
  }
  await withScript?.close();
  await without?.close();
});

test('a page stays within its budget on the wire', async () => {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  for (const address of await builtPages()) {
    const sizes = new Map<string, number>();
    page.removeAllListeners('response');
    page.on('response', async (response) => {
      const { responseBodySize } = await response.request().sizes();
      const kind = response.request().resourceType();
      sizes.set(kind, (sizes.get(kind) ?? 0) + responseBodySize);
    });
    await page.goto(stage.site.url + address, { waitUntil: 'networkidle' });
    expect(sizes.get('document'), `${address}: HTML`).toBeLessThan(10_000);
    expect(sizes.get('stylesheet') ?? 0, `${address}: CSS`).toBeLessThan(4_500);
    expect(sizes.get('script') ?? 0, `${address}: JavaScript`).toBeLessThan(2_500);
  }
  await context.close();
});
