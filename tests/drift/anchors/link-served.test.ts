import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

test.for([
  ['footer', { 'fractal.config.js': '' }, 'unproven'],
  ['footer', {}, 'unfounded'],
  ['footer.md', { 'fractal.config.js': '' }, 'unfounded'],
  ['footer', { 'other/fractal.config.js': '' }, 'unfounded'],
] as const)('the link %s of a component, among %o, is %s', ([link, more, verdict], { expect }) => {
  const page = 'components/details/readme.md';
  const contents = { files: { ...more, 'components/footer/a.html': '' }, page, kinds: ['link'] };
  expect(verdictsOn(`[a](${link})`, contents)).toEqual([`link ${link} ${verdict}`]);
});

test.for([
  ['docs-locale/fr-fr/start.md', 'develop/index.md', 'unproven'],
  ['docs-locale/fr-fr/start.md', 'develop/gone.md', 'unfounded'],
  ['docs-locale/ui/start.md', 'develop/index.md', 'unfounded'],
] as const)('%s without its own %s: %s', ([page, link, verdict], { expect }) => {
  const contents = { files: { 'docs/develop/index.md': '' }, page, kinds: ['link'] };
  expect(verdictsOn(`[a](${link})`, contents)).toEqual([`link ${link} ${verdict}`]);
});

test.for([
  ['/docs/samples/a.css', 'unproven'],
  ['/docs/samples/b.css', 'unfounded'],
  ['/img/samples/a.css', 'unfounded'],
] as const)('on a site, %s, whose base may be `/docs`, is %s', ([link, verdict], { expect }) => {
  const assets = { 'static/samples/a.css': '', 'static/img/b.png': '' };
  const site = { 'docusaurus.config.js': '', ...assets, 'docs/a.md': '' };
  const contents = { files: site, page: 'docs/b.md', kinds: ['link'] };
  expect(verdictsOn(`[a](${link})`, contents)).toEqual([`link ${link} ${verdict}`]);
});

test.for([
  ['/Users/ann/code/site/docs/use.md', 'drifted'],
  ['/home/ann/site/docs/use.md', 'drifted'],
  ['/Users/ann/code/shop/gone.md', 'unproven'],
  ['/docs/use.md', 'holds'],
] as const)('a link to %s, where docs/use.md is, is %s', ([link, verdict], { expect }) => {
  const contents = { files: { 'docs/use.md': '', '.gitignore': 'ann' }, kinds: ['link'] };
  expect(verdictsOn(`[a](${link})`, contents)).toEqual([`link ${link} ${verdict}`]);
});

test('whoever opens a thread fills in its links', ({ expect }) => {
  const on = (page: string) => verdictsOn('[a](<issue-link>)', { page, kinds: ['link'] });
  expect(on('.gitlab/issue_templates/Roll out.md')).toEqual(['link issue-link unproven']);
  expect(on('.gitlab/merge_request_templates/Default.md')).toEqual(['link issue-link unproven']);
  expect(on('docs/issues.md')).toEqual(['link issue-link unfounded']);
});

test.for([
  ['/docs/a.png', 'holds'],
  ['/docs/b.png', 'unfounded'],
] as const)('to a page that an application serves, %s %s', ([link, verdict], { expect }) => {
  const contents = { files: { 'web/public/docs/a.png': '' }, page: 'web/public/docs/use.md' };
  expect(verdictsOn(`![a](${link})`, { ...contents, kinds: ['link'] })).toEqual([
    `link ${link} ${verdict}`,
  ]);
});

test.for([
  ['docs/latest/a.md', '/docs/b.png', 'unproven'],
  ['README.md', '/docs/b.png', 'unfounded'],
  ['docs/latest/a.md', '/docs/c.png', 'unfounded'],
] as const)('an application may show %s with %s: %s', ([page, link, verdict], { expect }) => {
  const contents = { files: { 'www/static/docs/b.png': '', 'docs/a.ts': '' }, page };
  expect(verdictsOn(`![a](${link})`, { ...contents, kinds: ['link'] })).toEqual([
    `link ${link} ${verdict}`,
  ]);
});

test.for([
  ['infra/README.md', './main.tf', 'unproven'],
  ['infra/README.md', './gone.tf', 'unfounded'],
  ['resources/start.md', './gone.tf', 'unproven'],
  ['resources/end.md', './gone.tf', 'unfounded'],
  ['docs/start.md', './gone.tf', 'unfounded'],
] as const)('on %s the link %s is %s', ([page, link, verdict], { expect }) => {
  const source = "copy('resources/start.md');";
  const contents = { files: { 'infra/main.tf.jinja': '', 'src/a.ts': source }, page };
  expect(verdictsOn(`[a](${link})`, { ...contents, kinds: ['link'] })).toEqual([
    `link ${link} ${verdict}`,
  ]);
});

test('an address of underscores is filled in', ({ expect }) => {
  expect(verdictsOn('[a](__#system)', { kinds: ['link'] })).toEqual([]);
});
