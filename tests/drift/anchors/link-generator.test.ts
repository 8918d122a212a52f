import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const mintlify = { 'docs/docs.json': '{"navigation":[]}', 'docs/start.mdx': '' };
const vitePress = { 'docs/.vitepress/config.mts': 'export default {}', 'docs/start.md': '' };
const missing = '/guides/gone';

test.for([
  [mintlify, missing, 'unfounded'],
  [mintlify, '/start', 'holds'],
  [{ ...mintlify, 'docs/docs.json': '{"navigation":[],"openapi":"a.yml"}' }, missing, 'unproven'],
  [
    { ...mintlify, 'docs/docs.json': '{"navigation":[],"redirects":[{"source":"/guides/gone"}]}' },
    missing,
    'unproven',
  ],
  [{ ...mintlify, 'docs/docs.json': '{}' }, missing, 'unproven'],
  [vitePress, missing, 'unfounded'],
  [vitePress, '/guides/gone.html', 'unfounded'],
  [vitePress, '/start.html', 'holds'],
  [{ ...vitePress, 'docs/.vitepress/config.mts': 'rewrites: {}' }, missing, 'unproven'],
  [{ ...vitePress, 'docs/[name].md': '' }, missing, 'unproven'],
  [{ 'docs/docusaurus.config.js': '', 'docs/start.md': '' }, missing, 'unproven'],
] as const)('on a site with %o, %s is %s', ([files, link, verdict]) => {
  const contents = { files, page: 'docs/use.mdx', kinds: ['link'] };
  expect(verdictsOn(`[a](${link})`, contents)).toEqual([`link ${link} ${verdict}`]);
});

test('what a component links to is a route where the site serves files alone', () => {
  const on = (files: Record<string, string>) =>
    verdictsOn('<Card title="Start" href="/guides/gone">It is.</Card>', {
      ...{ files, page: 'docs/use.mdx', kinds: ['link'] },
    });
  expect(on(mintlify)).toEqual(['link /guides/gone unfounded']);
  expect(on({ 'docs/docusaurus.config.js': '' })).toEqual([]);
});
