import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json': '{"engines":{"node":">=22.12"},"packageManager":"pnpm@10.1.0"}',
  Dockerfile: 'FROM node:24-slim\n',
  '.python-version': '3.12\n',
};

test.for([
  ['You need Node.js 22.12 or newer.', ['Node.js 22.12 holds']],
  ['You need Node.js 20 or newer.', ['Node.js 20 drifted']],
  ['Requires Node 24.', ['Node 24 holds']],
  ['## Requirements\n\n- Node.js: ^20.1', ['Node.js: ^20.1 drifted']],
  ['## Requirements\n\n- node 20.1', ['node 20.1 drifted']],
  ['## Requirements\n\n- node 3 of the cluster', []],
  ['Install Node.js (v18 or above).', ['Node.js (v18 drifted']],
  ['Install dependencies using `node v20.x`.', ['node v20.x drifted']],
  ['Requires Node 20 (CI runs on node:22-browsers).', ['Node 20 drifted']],
  ['Requires pnpm 9.', ['pnpm 9 drifted']],
  ['Requires Python 3.12+.', ['Python 3.12 holds']],
  ['Requires Python 3.13.', ['Python 3.13 drifted']],
  ['Requires Ruby 3.', ['Ruby 3 unproven']],
  ['We run Python 3.9 in production.', ['Python 3.9 drifted']],
  ['It runs Python 3.9 in production.', []],
  ['We run Python 3.9 on some machines and 3.12 in production.', []],
  ['After the upgrade we run Python 3.9 in production.', []],
  ['HTTPX 要求 Python 3.6版本或更高。', ['Python 3.6 drifted']],
  ['不再需要 Python 3.6。', []],
  ['Python 3.6 は必要ありません。', []],
  ['Since Node 18, fetch is there and needs no package.', []],
  ['Node 18 is no longer supported.', ['Node 18 held-back']],
  ['We need node 3 of the cluster.', []],
  ['Requires async functions (node v7.6+).', []],
  ['It needs Node 18+/22+ to play nicely.', []],
  ['It needs Node `^18.18.0 || >=20.9.0`.', []],
  ['You must use Node `v18.x.x` or `v22.x.x` for this.', []],
  ['It is needed for the V8 that comes with Node 12.', []],
  ['Your app needs Node 18.', []],
  ['It needs paths, which is supported by node v18.', []],
  ['You must use modern Node 18+ syntax.', []],
  ['Find the owners of sites using Node v18.', []],
  ['It needs `"moduleResolution": "Node16"` or NodeNext.', []],
  ['Systems running Node.js >= 12.13.0 do not require any tools.', []],
  ["If you're using Node.js >= 18.13.0, you can load types without it.", []],
  ['If you have Node.js 18+ installed, it works.', ['Node.js 18 drifted']],
  ['## Node.js 18 Deprecation Notice', []],
  ['### Requirements, and a note on Python 2.x', []],
  ['Release notes for 3.1: requires Python 3.6.', ['Python 3.6 drifted']],
  ['- [5.11 What you need of Node](#a)\n  5.12. Use it', []],
  ['You need Node.js\n22.10. Then go on.', ['Node.js\n22.10 drifted']],
  ['You need Node.js\n18. Then go on.', ['Node.js\n18 drifted']],
  ['Version 2 is the last version that supported Node.js 18.', []],
  ['Version of Node: [e.g. Node v18/npm 5] is needed.', []],
  ['¹ Requires Node.js 15.10.0 or above.', []],
  ['It needs Node 20; Node 17 support is blocked.', []],
  ['It needs care: Acme Server 3 supports Node.js v12.', []],
  ['By default, the build uses Python 3.9.', []],
  ['It made a difference on Python 2.7; install it.', []],
  ['You must know of the better traces in Node 12+.', []],
  ['## Requirements of a new Node.js version\n\nIt is Node.js 20.', ['Node.js 20 drifted']],
  ['## A new Node.js version\n\nThe Node.js 20 rollout is a good one to read.', []],
  ['Node.js version 20', ['Node.js version 20 drifted']],
  ['Install Node (par exemple, `nodejs18`).', []],
  ['The vulnerability of Node.js 8.5.0 affects what needs it.', []],
  ['Requires Python 3.2+ (see `.python-version`).', ['Python 3.2 drifted']],
  ['Requires Python 3 or later (`.python-version` has ours).', ['Python 3 holds']],
  ['It is required because Node.js 18 and up prefer IPv6 addresses.', []],
  ['It requires Node 17, if you want native clones.', []],
  ['## Version 3.x.x\n\nIt is a cut of Node 10, and needs Node 10.', []],
  ['## Version\n\nIt needs Node 10.', ['Node 10 drifted']],
  ['Installation : nous avons constaté des instabilités avec Node 18.', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['version'] });
  expect(verdicts).toEqual(expected.map((text) => `version ${text}`));
});

test('a lesson says what the project of its reader needs', ({ expect }) => {
  const on = (page: string) =>
    verdictsOn('You need Node.js 20 or newer.', { files, page, kinds: ['version'] });
  expect(on('docs/guides/start.mdx')).toEqual([]);
  expect(on('.agents/skills/database/SKILL.md')).toEqual([]);
  expect(on('.claude/agents/web-developer.md')).toEqual([]);
  expect(on('docs/get-started/prototype/setup.md')).toEqual([]);
  expect(on('docs/upgrading-v3-to-v4.md')).toEqual([]);
  expect(on('examples/starter/README.md')).toEqual(['version Node.js 20 unproven']);
  expect(on('docs/start.mdx')).toEqual(['version Node.js 20 unproven']);
  expect(on('docs/self-hosting/start.mdx')).toEqual(['version Node.js 20 drifted']);
  expect(on('docs/contributing.mdx')).toEqual(['version Node.js 20 drifted']);
  expect(on('docs/start.md')).toEqual(['version Node.js 20 drifted']);
});

test.for(['20.00.0', '18.x.x', '18.x'])('Node.js %s is read', (version, { expect }) => {
  expect(verdictsOn(`Requires Node.js ${version}.`, { files, kinds: ['version'] })).toEqual([
    `version Node.js ${version} drifted`,
  ]);
});

test('what a package of a workspace asks of its users is no drift', ({ expect }) => {
  const on = (folder: string, node = '>=20') => {
    const manifests = {
      ...files,
      [`${folder}/package.json`]: JSON.stringify({ engines: { node } }),
    };
    return verdictsOn('Requires Node.js 20.', { files: manifests, kinds: ['version'] });
  };
  expect(on('packages/client')).toEqual(['version Node.js 20 unproven']);
  expect(on('packages/client', '>=6')).toEqual(['version Node.js 20 drifted']);
  expect(on('packages/client', '>=20.9')).toEqual(['version Node.js 20 unproven']);
  expect(on('packages/client/examples/a')).toEqual(['version Node.js 20 drifted']);
});

test.for([
  ['setup.py', "setup(\n    python_requires='>=3.7',\n)", 'Python 2.7 drifted'],
  ['runtime.txt', 'python-3.11.x\n', 'Python 3.9 drifted'],
  ['runtime.txt', 'python-3.11.x\n', 'Python 3.11 holds'],
  ['setup.cfg', '[options]\npython_requires = >=2.7\n', 'Python 2.7 holds'],
  ['Gemfile', "ruby '~> 2.7.1'\n", 'Ruby 2.6.0 drifted'],
  ['Gemfile', "ruby '2.7.1'\n", 'Ruby 2.7.1 holds'],
  ['.circleci/config.yml', '- image: cimg/node:20.12.1\n', 'Node 16 drifted'],
  ['.github/workflows/ci.yml', 'node-version: 20\n', 'Node 16 drifted'],
  [
    '.github/workflows/ci.yml',
    'node-version: 20\nnode-version: ${{ matrix.v }}\n',
    'Node 16 unproven',
  ],
] as const)('%s decides: %s', ([file, text, expected], { expect }) => {
  const [product, version] = expected.split(' ');
  const verdicts = verdictsOn(`## Installation\n\n- ${product} ${version}\n`, {
    files: { [file]: text },
    kinds: ['version'],
  });
  expect(verdicts).toEqual([`version ${expected}`]);
});

test('another module of Go with a later version does not bear the page out', ({ expect }) => {
  const modules = { 'go.mod': 'go 1.26\n', 'internal/fork/go.mod': 'go 1.25\n' };
  for (const version of ['1.22', '1.25']) {
    const page = `You need Go ${version}.`;
    expect(verdictsOn(page, { files: modules, kinds: ['version'] })).toEqual([
      `version Go ${version} drifted`,
    ]);
  }
});

test('what a pipeline uses for itself decides at the root alone', ({ expect }) => {
  const on = (page: string) =>
    verdictsOn('Requires Python 3.9.', {
      files: { '.github/workflows/lint.yml': 'python-version: "3.12"\n' },
      page,
      kinds: ['version'],
    });
  expect(on('README.md')).toEqual(['version Python 3.9 drifted']);
  expect(on('ansible/STEPS.md')).toEqual(['version Python 3.9 unproven']);
});

test('a page of a site on how to install tells its users', ({ expect }) => {
  const on = (page: string) =>
    verdictsOn('Requires Node.js 20.', {
      files: { ...files, 'docs/docusaurus.config.js': '' },
      page,
      kinds: ['version'],
    });
  expect(on('docs/installation.md')).toEqual(['version Node.js 20 unproven']);
  expect(on('docs/CONTRIBUTING.md')).toEqual(['version Node.js 20 drifted']);
});

test('what Poetry asks for is what Python is needed', ({ expect }) => {
  const on = (text: string) =>
    verdictsOn(text, {
      files: { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.9"\n' },
      kinds: ['version'],
    });
  expect(on('Requires Python 3.7.')).toEqual(['version Python 3.7 drifted']);
  expect(on('Requires Python 3.10.')).toEqual(['version Python 3.10 holds']);
  expect(on('Requires Node 99999999999999999999.')).toEqual([]);
});

test.for([
  ['14.13', 'or a later version', 'holds'],
  ['14.13', '', 'drifted'],
] as const)(
  '[Node.js %s](https://nodejs.org) %s, where 20 is pinned, %s',
  ([version, more, verdict], { expect }) => {
    const markdown = `You need [Node.js ${version}](https://nodejs.org) ${more}.`;
    expect(verdictsOn(markdown, { files: { '.nvmrc': 'v20.7.0\n' }, kinds: ['version'] })).toEqual([
      `version Node.js ${version} ${verdict}`,
    ]);
  },
);
