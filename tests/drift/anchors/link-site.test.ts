import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'docs/setup.md': '# Set up', 'docs/site/mkdocs.yml': '', 'src/main.ts': '' };

const sites = {
  'web/config.toml': '',
  'web/content/en/setup.md': '# Setup',
  'web/static/img/login.png': '',
  'manual/config.rb': '',
  'manual/source/deploy.html.md': '# Deploy',
  'manual/source/types.csv.erb': '',
  'notes/a.md': '# Språk',
  'README.md': '# Acme',
  'rust/book.toml': '',
  'book/conf.py': '',
  'book/hooks.md': '(get_avatar)=\n\n# Avatars',
  'docs/prototypes.md': '',
};

test.for([
  ['web/content/en/a.md', '[a](/setup)', ['link /setup holds']],
  ['web/content/en/a.md', '![a](/img/login.png)', ['link /img/login.png holds']],
  ['web/content/en/a.md', '![a](/img/logout.png)', ['link /img/logout.png unfounded']],
  ['manual/source/a.html.md', '[a](/deploy.html)', ['link /deploy.html holds']],
  ['manual/source/a.html.md', '[a](types.csv)', ['link types.csv holds']],
  ['manual/source/a.html.md', '[a](/repos/made.html)', ['link /repos/made.html unproven']],
  ['manual/source/a.html.md', '[a](/#apps)', ['link / holds']],
  [
    'rust/src/guide/a.md',
    '[a](../../reference/cfg.md) [b](../gone.md)',
    ['link ../../reference/cfg.md unproven', 'link ../gone.md unfounded'],
  ],
  ['notes/b.md', '[a](/profile)', ['link /profile unfounded']],
  ['notes/b.md', '[a](/help/guides/start)', ['link /help/guides/start unproven']],
  [
    'book/a.md',
    '[a](get_avatar) [b](#get_avatar)',
    ['link get_avatar unproven', 'fragment #get_avatar unproven'],
  ],
  ['notes/b.md', '---\ntitle: B\n---\n\n[a](/profile)', ['link /profile unproven']],
  ['notes/b.md', '---\ntitle: B\n---\n\n![a](img/login.png)', ['link img/login.png holds']],
  ['notes/b.md', '---\ntitle: B\n---\n\n[a](#sprak)\n\n# Språk', ['fragment #sprak holds']],
  [
    '.github/pull_request_template.md',
    '[a](./docs/prototypes.md) [b](./docs/gone.md) [c](../security/policy)',
    [
      'link ./docs/prototypes.md unproven',
      'link ./docs/gone.md unfounded',
      'link ../security/policy unproven',
    ],
  ],
] as const)('%s: %s', ([page, markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files: sites, page, kinds: ['link', 'fragment'] })).toEqual(
    expected,
  );
});

test.for([
  ['.agents/skills/report/template.md', 'unproven'],
  ['templates/app/README.md', 'unproven'],
  ['template/app/README.md', 'unfounded'],
  ['src/new/template/README.md', 'unproven'],
  ['docs/template.md', 'unfounded'],
] as const)('a link on %s that leads nowhere is %s', ([page, verdict], { expect }) => {
  expect(verdictsOn('[a](./overview.md)', { files, page, kinds: ['link'] })).toEqual([
    `link ./overview.md ${verdict}`,
  ]);
});

test('a picture that only the site of a page can have is no drift', () => {
  const on = (page: string) =>
    verdictsOn('![a](/pictures/docs/a.png)', { files, page, kinds: ['link'] });
  expect(on('docs/a.md')).toEqual(['link /pictures/docs/a.png unproven']);
  expect(on('README.md')).toEqual(['link /pictures/docs/a.png unfounded']);
  expect(on('docs/site/a.md')).toEqual(['link /pictures/docs/a.png unfounded']);
});

test.for([
  ['.github/pull_request_template.md', 'unproven'],
  ['docs/intro.md', 'unfounded'],
] as const)('a bare word that a link on %s leads to is %s', ([page, verdict]) => {
  expect(verdictsOn('[a](screenshot)', { files, page })).toEqual([`link screenshot ${verdict}`]);
});

test('a link to the file of a page is one on every site', () => {
  const on = (markdown: string) =>
    verdictsOn(markdown, {
      files: { 'docs/mkdocs.yml': '', 'docs/keys.md': '' },
      page: 'docs/jobs.md',
      kinds: ['link'],
    });
  expect(on('[a](keys.md) [b](../keys)')).toEqual(['link keys.md holds', 'link ../keys holds']);
  expect(on('[a](../keys.md)')).toEqual(['link ../keys.md unfounded']);
});

test('what leaves a book by its own folder is published beside it', () => {
  const on = (book: string) =>
    verdictsOn('[a](../../user/gone.md)', {
      files: { 'docs/dev/book.toml': book },
      page: 'docs/dev/core/a.md',
      kinds: ['link'],
    });
  expect(on('src = "."')).toEqual(['link ../../user/gone.md unproven']);
  expect(on('[book]')).toEqual(['link ../../user/gone.md unfounded']);
});

test('Docusaurus looks for the file of a page from the folders above as well', () => {
  const on = (link: string, config = 'docusaurus.config.js') =>
    verdictsOn(`[a](${link})`, {
      files: { [config]: '', 'docs/catalogs.md': '' },
      page: 'docs/cli/add.md',
      kinds: ['link'],
    });
  expect(on('catalogs.md')).toEqual(['link catalogs.md holds']);
  expect(on('./catalogs.md')).toEqual(['link ./catalogs.md unfounded']);
  expect(on('docs/catalogs.md')).toEqual(['link docs/catalogs.md unfounded']);
  expect(on('catalogs.md', 'docs/.nojekyll')).toEqual(['link catalogs.md unfounded']);
});

test('the links of a README that a program writes resolve where it is written', () => {
  const on = (page: string) =>
    verdictsOn('[a](./app/index.tsx) [b](#start)', {
      files: { 'web/README.md': '', 'web/app/index.tsx': '' },
      page,
      kinds: ['link', 'fragment'],
    });
  expect(on('.github/readmes/web/README.md')).toEqual([
    'link ./app/index.tsx unproven',
    'fragment #start unproven',
  ]);
  expect(on('.github/readmes/api/README.md')).toEqual([
    'link ./app/index.tsx unfounded',
    'fragment #start drifted',
  ]);
});

const guides = Object.fromEntries(
  ['index', 'start', 'build', 'test', 'ship'].map((name) => [`docs/guides/${name}.mdx`, '']),
);

test.for([
  ['/guides/deploy', {}, 'unfounded'],
  ['/guides/deploy', { 'docs/vercel.json': '{"source":"/guides/deploy"}' }, 'unproven'],
  ['/guides/deploy', { 'docs/next.config.js': "source: '/guides/:path*'" }, 'unproven'],
  ['/guides/deploy', { 'docs/next.config.js': "destination: '/guides/:path*'" }, 'unfounded'],
  ['/guides/deploy', { 'docs/v1/guides/start.mdx': '' }, 'unfounded'],
  ['/guides/deploy', { 'docs/docs.json': '{"openapi":"a.yml"}' }, 'unproven'],
  ['/guides/deploy', { 'docs/guides/a.mdx': '---\nid: deploy\n---\n' }, 'unproven'],
  ['/guides/deploy', { 'docs/other/docs/guides/a.mdx': '' }, 'unfounded'],
  ['/guides/deploy', { 'guides/a.md': '' }, 'unproven'],
  ['/guides/deploy', { 'docs/guides/2026-01-01-news.mdx': '' }, 'unproven'],
  ['/guides/deploy', { 'docs/guides/a.mdx': '---\ntitle: A\nslug: /deploy\n---\n' }, 'unproven'],
  ['/api/deploy', { 'docs/api/start.mdx': '' }, 'unproven'],
  ['/deploy', {}, 'unproven'],
  ['deploy', {}, 'unfounded'],
  ['../guides/deploy', {}, 'unfounded'],
  ['../guides/start', {}, 'holds'],
  ['../api/deploy', { 'docs/api/start.mdx': '' }, 'unproven'],
  ['deploy', { 'docs/vercel.json': '{"source":"/guides/deploy"}' }, 'unproven'],
] as const)('%s, beside pages and %o, is %s', ([link, others, verdict], { expect }) => {
  const verdicts = verdictsOn(`[a](${link})`, {
    files: { 'docs/docs.json': '{}', ...guides, ...others },
    page: 'docs/guides/index.mdx',
    kinds: ['link'],
  });
  expect(verdicts).toEqual([`link ${link} ${verdict}`]);
});

test('a route beside pages of a site that is made elsewhere may be redirected there', () => {
  const contents = { files: guides, page: 'docs/guides/index.mdx', kinds: ['link'] };
  expect(verdictsOn('[a](./deploy)', contents)).toEqual(['link ./deploy unproven']);
});
