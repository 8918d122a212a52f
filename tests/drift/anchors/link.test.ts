import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json': '{"repository":"acme/site"}',
  'docs/setup.md': '# Set up\n\n## First steps & more\n\n<a id="by-hand"></a>\n\n## Step 1 - go\n',
  'docs/site/mkdocs.yml': '',
  'docs/site/guide/intro.md': '# Intro',
  'docs/img/map.png': '',
  'src/main.ts': 'one\ntwo\n',
  'config/routes.rb': "mount Docs, at: '/api-docs'\n",
};

test.for([
  ['[a](docs/setup.md)', ['link docs/setup.md holds']],
  ['[a](./docs)', ['link ./docs holds']],
  ['[a](/docs/setup.md)', ['link /docs/setup.md holds']],
  ['[a](docs/set%75p.md)', ['link docs/set%75p.md holds']],
  ['![a](docs/img/map.png)', ['link docs/img/map.png holds']],
  ['<img src="docs/img/gone.png">', ['link docs/img/gone.png unfounded']],
  ['[a][b]\n\n[b]: docs/gone.md', ['link docs/gone.md unfounded']],
  ['[//]: docs/gone', []],
  ['[a](foo.md) [b](my-page.md) [c](example.com)', []],
  ['[a](./example.js)', ['link ./example.js unfounded']],
  ['We removed [a](docs/gone.md).', ['link docs/gone.md unfounded']],
  [
    '[a](https://github.com/acme/site/blob/main/docs/gone.md)',
    ['link https://github.com/acme/site/blob/main/docs/gone.md unfounded'],
  ],
  [
    '[a](https://github.com/acme/site/blob/development/docs/setup.md)',
    ['link https://github.com/acme/site/blob/development/docs/setup.md holds'],
  ],
  ['[a](https://github.com/acme/site/blob/mainline/docs/gone.md)', []],
  ['[a](https://github.com/other/site/blob/main/docs/gone.md)', []],
  ['[a](https://github.com/acme/site/tree/maintenance/v2)', []],
  [
    '[a](https://example.org/x.md) [b](mailto:a@b.c) [c](../../issues)',
    ['link ../../issues unproven'],
  ],
  [
    '[a](docs/setup.md#first-steps--more)',
    ['link docs/setup.md holds', 'fragment #first-steps--more holds'],
  ],
  ['[a](docs/setup.md#by-hand)', ['link docs/setup.md holds', 'fragment #by-hand holds']],
  ['[a](docs/setup.md#first-step)', ['link docs/setup.md holds', 'fragment #first-step drifted']],
  ['[a](docs/setup.md#step-1-go)', ['link docs/setup.md holds', 'fragment #step-1-go unproven']],
  ['<Card href="./docs/gone.md">a</Card>', ['link ./docs/gone.md unfounded']],
  ['<Card href="./docs/gone">a</Card>', []],
  ['[a](#a-b)\n\n# A / B', ['fragment #a-b drifted']],
  ['[a](#here)\n\n# Here', ['fragment #here holds']],
  ['[a](#open-it)\n\n<Step title="Open it">x</Step>', ['fragment #open-it holds']],
  ['[a](#gitlab-cicd)\n\n=== "GitLab CI/CD"\n\n    x', ['fragment #gitlab-cicd holds']],
  ['[a](#Hinit)\n\n<h3>H.<code>init</code></h3>', ['fragment #Hinit holds']],
  ['<!-- ALL-CONTRIBUTORS-LIST:START -->\n<a href="#design-ann">x</a>', []],
  ['[a](#there)\n\n# Here', ['fragment #there drifted']],
  ['[a](src/main.ts#L2)', ['link src/main.ts holds', 'fragment #L2 holds']],
  ['[a](src/main.ts#L99)', ['link src/main.ts holds', 'fragment #L99 drifted']],
  ['![a](IMG_URL/map.png) [b](localhost) [c](URL) ![d](image-link)', []],
  ['[a](docs/setup)', ['link docs/setup unfounded']],
  ['~~[a](docs/gone.md)~~', ['link docs/gone.md held-back']],
  ['[a](#one)\n\n## One thing {: #one .rule }', ['fragment #one holds']],
  ['[a](#one)\n\n## `one.thing()` [one]', ['fragment #one holds']],
  ['[a](#acme.Site)\n\n::: acme.views.Site\n', ['fragment #acme.Site unproven']],
  ['[a](tower::trace) [b](fn@crate::run) [c](crate#run)', []],
  ['[a](../releases.html)', ['link ../releases.html unproven']],
  ['[a](llms.txt){.external}', ['link llms.txt unproven']],
  ['[a](/api-docs)', ['link /api-docs unproven']],
] as const)('%s', ([markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files, kinds: ['link', 'fragment'] })).toEqual(expected);
});

test('a route of a documentation site holds where its page is', () => {
  const page = 'docs/site/index.md';
  expect(
    verdictsOn('[a](/guide/intro) [b](guide/intro/) [c](/guide/none)', {
      files,
      page,
      kinds: ['link'],
    }),
  ).toEqual(['link /guide/intro holds', 'link guide/intro/ holds', 'link /guide/none unproven']);
});

test('a link from the root of a web application is a route or a public file', () => {
  const web = {
    'next.config.ts': '',
    'site/next.config.mjs': '',
    'site/content/docs/lists.md': '# MyList',
    'public/logo.svg': '',
  };
  const on = (page: string, markdown: string) =>
    verdictsOn(markdown, { files: web, page, kinds: ['link', 'fragment'] });
  expect(on('site/content/docs/a.md', '[a](/docs/lists#my-list) [b](/docs/none)')).toEqual([
    'link /docs/lists holds',
    'fragment #my-list holds',
    'link /docs/none unproven',
  ]);
  expect(on('terms/a.md', '[a](/content/tos) ![b](/logo.svg)')).toEqual([
    'link /content/tos unproven',
    'link /logo.svg holds',
  ]);
  expect(on('README.md', '[a](/content/tos)')).toEqual(['link /content/tos unfounded']);
});

test('a link in the content of an Angular application is a route', () => {
  const app = { 'app/angular.json': '', 'app/src/assets/content/maps.md': '' };
  const on = (page: string) =>
    verdictsOn('[a](trees/maps/one)', { files: app, page, kinds: ['link'] });
  expect(on('app/src/assets/content/maps.md')).toEqual(['link trees/maps/one unproven']);
  expect(on('app/README.md')).toEqual(['link trees/maps/one unfounded']);
});

test('a link of a form for a new thread leads from the thread', () => {
  const on = (page: string) => verdictsOn('[a](../blob/main/src/main.ts)', { files, page });
  expect(on('.github/pull_request_template.md')).toEqual([
    'link ../blob/main/src/main.ts unproven',
  ]);
  expect(on('.github/notes.md')).toEqual(['link ../blob/main/src/main.ts unfounded']);
  const absolute = '/acme/site/blob/main/src/main.ts';
  expect(
    verdictsOn(`[a](${absolute})`, { files, page: '.github/pull_request_template.md' }),
  ).toEqual([`link ${absolute} unproven`]);
});

test('numbers that order the pages of a site are no part of their addresses', () => {
  const ordered = {
    'docs/mint.json': '',
    'docs/1.guide/0.index.md': '# Guide',
    'docs/1.guide/2.plug-ins.md': '# Plug-ins\n\n## Own',
    'docs/02-deploy/0001-node.mdx': '',
  };
  const links =
    '[a](/guide/plug-ins#own) [b](/deploy/node) [c](/guide) [d](/guide/none) [e](plug-ins)';
  const verdicts = verdictsOn(links, {
    files: ordered,
    page: 'docs/1.guide/3.more.md',
    kinds: ['link', 'fragment'],
  });
  expect(verdicts).toEqual([
    'link /guide/plug-ins holds',
    'fragment #own holds',
    'link /deploy/node holds',
    'link /guide holds',
    'link /guide/none unproven',
    'link plug-ins holds',
  ]);
});

test('the links of a part resolve where it is included', () => {
  expect(verdictsOn('[a](../x.md)', { files, page: 'docs/_part.md', kinds: ['link'] })).toEqual([
    'link ../x.md unproven',
  ]);
});

test("the README of a VS Code extension is shown from the repository's root", () => {
  const extension = { ...files, 'ext/package.json': '{"engines":{"vscode":"^1.90.0"}}' };
  expect(
    verdictsOn('![a](docs/img/map.png) ![b](docs/img/gone.png)', {
      files: extension,
      page: 'ext/README.md',
      kinds: ['link'],
    }),
  ).toEqual(['link docs/img/map.png holds', 'link docs/img/gone.png unfounded']);
});
