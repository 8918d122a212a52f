import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPages } from '#support/built-pages.ts';
import { startSite, type TestSite } from '#support/site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

test('no link of the running site leads nowhere, and every page can be reached', async () => {
  const foreign = `^(?!${site.url.replaceAll('.', '\\.')})`;
  // Without a database these say 503, which is their answer and no broken link.
  const live = `${site.url}/(?:api|admin)/`;
  const { links } = await new LinkChecker().check({
    path: `${site.url}/`,
    recurse: true,
    checkFragments: true,
    concurrency: 10,
    linksToSkip: [foreign, live],
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, parent, status }) => `${parent} → ${url}: ${status}`)).toEqual([]);
  const reached = new Set(links.map(({ url }) => new URL(url).pathname));
  const lost = (await builtPages()).filter((address) => !reached.has(address));
  expect(lost).toEqual(['/404', '/500']);
});
