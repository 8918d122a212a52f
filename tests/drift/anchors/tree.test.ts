import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'app/main.ts': '',
  'app/lib/mail.ts': '',
  'app/lib/deep/a.ts': '',
  '.gitignore': 'dist\n',
};

test('each entry of a drawn tree is looked up below the folder that the tree fits', () => {
  const markdown = [
    '```',
    'app',
    '├── main.ts      # entry',
    '├── lib/',
    '│   ├── mail.ts',
    '│   ├── gone.ts',
    '│   ├── own.ts   Gitignored file for local settings',
    '│   └── deep',
    '├── dist/',
    '├── depends on: nothing',
    '└── ...',
    '```',
  ].join('\n');
  expect(verdictsOn(markdown, { files, kinds: ['tree'] })).toEqual([
    'tree main.ts holds',
    'tree lib/ holds',
    'tree mail.ts holds',
    'tree gone.ts unfounded',
    'tree own.ts unproven',
    'tree deep holds',
    'tree dist/ unproven',
  ]);
});

test('each of two trees in one block has its own root, and one that does not fit unproves both', () => {
  const markdown = '```\napp/\n├── main.ts\n└── none.ts\n\napp/lib/\n├── mail.ts\n└── gone.ts\n```';
  const on = (more: Record<string, string>) =>
    verdictsOn(markdown, { files: { ...files, 'app/lib/a.ts': '', ...more }, kinds: ['tree'] });
  expect(on({ 'app/none.ts': '', 'app/lib/gone.ts': '' })).toEqual([
    'tree main.ts holds',
    'tree none.ts holds',
    'tree mail.ts holds',
    'tree gone.ts holds',
  ]);
  expect(on({ 'app/none.ts': '' }).at(-1)).toBe('tree gone.ts unproven');
  expect(on({ 'app/lib/gone.ts': '' })[1]).toBe('tree none.ts unproven');
});

test('brackets are part of a name that the history knows', () => {
  const markdown = '```\napp\n├── main.ts\n├── lib/\n└── [slug].ts\n```';
  const on = (removed: Record<string, object>) =>
    verdictsOn(markdown, { files, removed, kinds: ['tree'] }).at(-1);
  expect(on({})).toBe('tree [slug].ts unproven');
  expect(on({ 'app/[slug].ts': {} })).toBe('tree [slug].ts drifted');
});

test('a router prints its routes as a tree', () => {
  const markdown = '```\n└── app\n    ├── main.ts (GET, HEAD)\n    └── gone (POST)\n```';
  expect(verdictsOn(markdown, { files, kinds: ['tree'] })).toEqual([]);
});

test('a tree that fits nowhere is another project', () => {
  const markdown = '```\nmy-app\n├── a.ts\n├── b.ts\n└── c.ts\n```';
  expect(verdictsOn(markdown, { files, kinds: ['tree'] })).toEqual([
    'tree a.ts unproven',
    'tree b.ts unproven',
    'tree c.ts unproven',
  ]);
});

test('of a tree that does not fit, what went after it was drawn is drift', () => {
  const markdown = '```\napp\n├── main.ts\n├── gone.ts\n├── b.ts\n└── c.ts\n```';
  const on = (date: string) =>
    verdictsOn(markdown, {
      ...{ files, removed: { 'app/gone.ts': { date } }, writtenOn: '2026-01-01', kinds: ['tree'] },
    })[1];
  expect(on('2026-05-01')).toBe('tree gone.ts drifted');
  expect(on('2025-05-01')).toBe('tree gone.ts unproven');
});

test('a comment that goes on under its entry is no new root', () => {
  const markdown = '```\napp\n├── main.ts\n├── lib/\n│   │        # of mail\n│   └── mail.ts\n```';
  const found = verdictsOn(markdown, { files, kinds: ['tree'] });
  expect(found.slice(-2)).toEqual(['tree lib/ holds', 'tree mail.ts holds']);
});

test('a skill that a package ships draws the project of its users', () => {
  const markdown = '```\napp\n├── main.ts\n├── lib/\n└── gone.ts\n```';
  const on = (page: string) => verdictsOn(markdown, { files, page, kinds: ['tree'] }).at(-1);
  expect(on('packages/a/skills/a/SKILL.md')).toBe('tree gone.ts unproven');
  expect(on('.claude/skills/a/SKILL.md')).toBe('tree gone.ts unfounded');
});

test("a tree on a site's page that fits no better than any project's is not judged", () => {
  const markdown = '```\n.\n├── app\n│   ├── main.ts\n│   └── none.ts\n```';
  const site = { ...files, 'docs/mkdocs.yml': '' };
  expect(verdictsOn(markdown, { files: site, page: 'docs/start.md', kinds: ['tree'] })).toEqual([
    'tree app holds',
    'tree main.ts holds',
    'tree none.ts unproven',
  ]);
});

test('what a tree calls new need not be there', () => {
  const tree = ['src/', '├── lib/', '│   ├── new.ts  # NEW: resolves it', '│   └── gone.ts'];
  const verdicts = verdictsOn(`\`\`\`\n${tree.join('\n')}\n\`\`\`\n`, {
    files: { 'src/lib/a.ts': '', 'src/lib/b.ts': '' },
    kinds: ['tree'],
  });
  expect(verdicts).toContain('tree new.ts unproven');
});

test('on a site, a root that several folders here could be is that of its readers', () => {
  const markdown =
    '```\nroutes/\n├── __root.ts\n├── index.ts\n├── about.ts\n├── home.ts\n└── posts.ts\n```';
  const names = ['__root', 'index', 'about', 'home'];
  const routes = (folder: string) =>
    Object.fromEntries(names.map((name) => [`${folder}/routes/${name}.ts`, '']));
  const on = (files: Record<string, string>) =>
    verdictsOn(markdown, {
      files: { ...files, 'docs/mkdocs.yml': '' },
      page: 'docs/start.md',
      kinds: ['tree'],
    }).at(-1);
  expect(on(routes('app'))).toBe('tree posts.ts unfounded');
  expect(on({ ...routes('bench/a'), ...routes('bench/b') })).toBe('tree posts.ts unproven');
});

test.for([
  ['docs/start.md', 'unproven'],
  ['cmd/templates/local/README.md', 'unfounded'],
] as const)('a tree on %s of a folder that a template has: %s', ([page, verdict]) => {
  const markdown = '```\nlocal/\n├── a.yml\n├── b.yml\n└── own.yml\n```';
  const template = { 'cmd/templates/local/a.yml': '', 'cmd/templates/local/b.yml': '' };
  const verdicts = verdictsOn(markdown, { files: template, page, kinds: ['tree'] });
  expect(verdicts.at(-1)).toBe(`tree own.yml ${verdict}`);
});

test.for([
  ['The layout:', 'README.md', 'unfounded'],
  ['my-function', 'README.md', 'unfounded'],
  ['my-function', 'docs/start.md', 'unproven'],
  ['My Function', 'docs/start.md', 'unproven'],
  ['The functions:', 'docs/start.md', 'unfounded'],
  ['site', 'docs/start.md', 'unfounded'],
] as const)('below "%s" on %s, what any project has is %s', ([root, page, verdict]) => {
  const names = ['README.md', 'package.json', 'LICENSE', 'Dockerfile', 'index.js'];
  const markdown = `\`\`\`\n${root}\n${names.map((name) => `├── ${name}`).join('\n')}\n\`\`\``;
  const own = { 'README.md': '', 'package.json': '', LICENSE: '', Dockerfile: '' };
  const contents = { files: own, name: 'acme/site', page, kinds: ['tree'] };
  expect(verdictsOn(markdown, contents).at(-1)).toBe(`tree index.js ${verdict}`);
});

test.for([
  ['docs/start.md', 'unproven'],
  ['notes/start.md', 'drifted'],
] as const)('on %s a tree that does not fit is %s by its past', ([page, verdict]) => {
  const markdown = '```\nshop/\n├── CHANGELOG.md\n├── none.ts\n└── few.ts\n```';
  const site = { ...files, 'docs/mkdocs.yml': '' };
  const removed = { 'docs/CHANGELOG.md': {}, 'notes/CHANGELOG.md': {} };
  expect(verdictsOn(markdown, { files: site, removed, page, kinds: ['tree'] })[0]).toBe(
    `tree CHANGELOG.md ${verdict}`,
  );
});

test('what a tool makes beside the sources is in no tree', () => {
  const names = ['main.ts', 'lib/', '.venv/', '__pycache__', 'gone/'];
  const markdown = `\`\`\`\napp\n${names.map((name) => `├── ${name}`).join('\n')}\n\`\`\``;
  const deep = { ...files, 'app/a.ts': '' };
  expect(verdictsOn(`${markdown}`, { files: deep, kinds: ['tree'] }).slice(2, 4)).toEqual([
    'tree .venv/ unproven',
    'tree __pycache__ unproven',
  ]);
});

test('a name for others is no entry', () => {
  const markdown = '```\napp\n├── main.ts\n├── lib/\n├── rule-name.test.ts\n└── gone.ts\n```';
  expect(verdictsOn(markdown, { files, kinds: ['tree'] }).slice(-2)).toEqual([
    'tree rule-name.test.ts unproven',
    'tree gone.ts unfounded',
  ]);
  const removed = { 'app/rule-name.test.ts': {} };
  expect(verdictsOn(markdown, { files, removed, kinds: ['tree'] }).at(-2)).toBe(
    'tree rule-name.test.ts drifted',
  );
});

test('what the page shows the contents of is an example', () => {
  const markdown = '```\napp\n├── main.ts\n├── lib/\n└── gone.ts\n```\n\n```ts\n// gone.ts\n```';
  expect(verdictsOn(markdown, { files, kinds: ['tree'] })).toEqual([
    'tree main.ts holds',
    'tree lib/ holds',
  ]);
});
