import { test } from 'vitest';
import { findDrift } from '#drift/check.ts';
import { repositoryWith } from '#support/repository.ts';

const removal = { commit: 'a'.repeat(40), date: '2026-01-01' };
const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];

function linksTo(targets: readonly string[]): string {
  return targets.map((target) => `- [read on](${target})\n`).join('');
}

function reportOn(files: Record<string, string>, removed: Record<string, typeof removal> = {}) {
  const { claims, notes } = findDrift(repositoryWith({ files, removed }));
  const verdicts = claims.map(({ verdict }) => verdict);
  return {
    drift: verdicts.filter((each) => each === 'drifted' || each === 'unfounded').length,
    notes,
  };
}

const missing = names.map((name) => `${name}.md`);
const headings = names.map((name) => `#${name}-tab`);

test.for([
  ['files that lead nowhere alike', linksTo(missing), {}, 0],
  ['headings that a template makes', `# Page\n\n${linksTo(headings)}`, {}, 0],
  ['too few of them', linksTo(missing.slice(0, 4)), {}, 4],
  ['the same one again and again', linksTo(missing.map(() => 'alpha.md')), {}, 6],
  [
    'a small part of all',
    linksTo([...missing, ...Array.from({ length: 20 }, (_, at) => `there/${at}.md`)]),
    Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`docs/there/${at}.md`, '# There\n'])),
    6,
  ],
  [
    'what resolves from the root',
    linksTo(missing.map((name) => `src/${name}`)),
    Object.fromEntries(missing.map((name) => [`src/${name}`, '# There\n'])),
    6,
  ],
] as const)('%s: of the links on a page, %#', ([_, page, files, drift], { expect }) => {
  expect(reportOn({ ...files, 'docs/a.md': page }).drift).toBe(drift);
});

test('by which rules a host shows a page is known', ({ expect }) => {
  expect(reportOn({ 'README.md': `# Page\n\n${linksTo(headings)}` }).drift).toBe(6);
});

test('what a commit took away is drift, however much it is', ({ expect }) => {
  const removed = Object.fromEntries(missing.map((name) => [`docs/${name}`, removal]));
  expect(reportOn({ 'docs/a.md': linksTo(missing) }, removed)).toEqual({ drift: 6, notes: [] });
});

test('a note counts what is doubted', ({ expect }) => {
  const files = { 'docs/a.md': linksTo([...missing, 'b.md']), 'docs/b.md': '# B\n' };
  expect(reportOn(files).notes).toEqual([
    '6 of 7 files that pages below docs/ link to from where they are are not there: the site that shows them may find its pages by a rule that this check does not know. They count as not proven; --all lists them.',
  ]);
});

const numbered = Array.from({ length: 80 }, (_, at) => at);
const tutorial = numbered.map((at) => `- Open \`src/pages/step-${at}.astro\`\n`).join('');
const own = numbered.map((at) => `- See \`src/pages/own-${at}.astro\`\n`).join('');
const ownFiles = Object.fromEntries(numbered.map((at) => [`src/pages/own-${at}.astro`, '']));
const gone = { 'src/pages/step-3.astro': removal, 'src/pages/step-4.astro': removal };

test.for([
  ['a tutorial of a site', 'docs/learn/pages.mdx', tutorial, 0],
  ['a site about this repository', 'docs/learn/pages.mdx', tutorial + own, 80],
  ['a page about this repository', 'docs/contributing/pages.mdx', tutorial, 80],
] as const)('of paths on %s', ([_, page, text, drift], { expect }) => {
  const files = { 'src/pages/index.astro': '', ...ownFiles, [page]: text };
  expect(reportOn(files, gone).drift).toBe(drift);
});

test('a link that many pages repeat is written by a program', ({ expect }) => {
  const pages = (count: number) =>
    Object.fromEntries(
      numbered.slice(0, count).map((at) => [`docs/api/${at}.md`, '[API](../API.md)\n']),
    );
  expect(reportOn(pages(12))).toEqual({
    drift: 0,
    notes: [
      '12 of 12 pages with the link "../API.md" lead nowhere by it: so many pages with one link are likelier written by a program. They count as not proven; --all lists them.',
    ],
  });
  expect(reportOn(pages(9)).drift).toBe(9);
  expect(reportOn(pages(12), { 'docs/API.md': removal }).drift).toBe(12);
});

test.for([
  ['api/a.md api/b.md api/c/d.md', {}, 0],
  ['api/a.md api/b.md', {}, 2],
  ['api/a.md api/b.md api/a.md', {}, 3],
  ['api/a.md api/b.md api/c.md', { 'docs/api/d.md': '' }, 3],
  ['api/a.ts api/b.ts api/c.ts', {}, 3],
  ['a.md b.md c.md', {}, 3],
] as const)('links to %s, beside %o', ([targets, files, drift], { expect }) => {
  const pages = { ...files, 'docs/x.md': linksTo(targets.split(' ')), 'docs/y.md': '' };
  expect(reportOn(pages).drift).toBe(drift);
});

test('links into a folder that a commit took away are drift', ({ expect }) => {
  const pages = { 'docs/x.md': linksTo(['api/a.md', 'api/b.md', 'api/c.md']) };
  expect(reportOn(pages, { 'docs/api': removal }).drift).toBe(3);
});

test('where a README leads is known', ({ expect }) => {
  const page = linksTo(['api/a.md', 'api/b.md', 'api/c.md']);
  expect(reportOn({ 'docs/README.md': page }).drift).toBe(3);
});
