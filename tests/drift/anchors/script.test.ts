import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json':
    '{"scripts":{"build":"tsc","test":"vitest","db:restore":"x"},"devDependencies":{"vitest":"1"}}',
  'packages/app/package.json': '{"name":"@acme/app","scripts":{"e2e":"playwright"}}',
};

test.for([
  ['npm run build', ['npm run build holds']],
  ['npm test', ['npm test holds']],
  ['yarn build', ['yarn build holds']],
  ['yarn vitest', ['yarn vitest holds']],
  ['bun run vitest', ['bun run vitest holds']],
  ['npm run db:restroe', ['npm run db:restroe drifted']],
  ['npm run e2e', ['npm run e2e drifted']],
  ['npm run e2e -w @acme/app', ['npm run e2e holds']],
  ['cd packages/app && npm run e2e', ['npm run e2e holds']],
  ['pnpm --filter app e2e', ['pnpm --filter app e2e holds']],
  ['npm install', []],
  ['bun run src/index.ts', []],
  ['npm run <script>', []],
  ['npm run my-check', []],
] as const)('%s', ([command, expected], { expect }) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\`\n`, { files, kinds: ['script'] });
  expect(verdicts).toEqual(expected.map((text) => `script ${text}`));
});

test("a script of the reader's own project is not judged", () => {
  const markdown = 'In your own app, run `npm run deploy:all`.';
  expect(verdictsOn(markdown, { files, kinds: ['script'] })).toEqual([
    'script npm run deploy:all unproven',
  ]);
});

test('a step after a blank line begins at the root again', () => {
  const steps = 'cd packages/app && npm run e2e\n\n# All of them\nnpm run build';
  expect(verdictsOn(`\`\`\`sh\n${steps}\n\`\`\``, { files, kinds: ['script'] })).toEqual([
    'script npm run e2e holds',
    'script npm run build holds',
  ]);
});

test('a script that the page tells to write is not judged', () => {
  const markdown = '```json\n{ "scripts": { "codes": "x" } }\n```\n\nThen run `npm run codes`.';
  expect(verdictsOn(markdown, { files, kinds: ['script'] })).toEqual([
    'script npm run codes unproven',
  ]);
});

test('without a package at the root, a script of the only package is not judged', () => {
  const only = { 'web/package.json': '{"scripts":{"fmt":"x"}}' };
  expect(verdictsOn('Run `pnpm fmt`.', { files: only, kinds: ['script'] })).toEqual([
    'script pnpm fmt unproven',
  ]);
});

test.for(['npm init acme', 'acme /tmp/a && cd /tmp/a', 'git clone https://github.com/x/tool.git'])(
  'a script of a project that the section starts by `%s` is not judged',
  (start, { expect }) => {
    const markdown = `## Start\n\n\`\`\`sh\n${start}\n\`\`\`\n\n\`\`\`sh\nnpm run dev\n\`\`\`\n`;
    expect(verdictsOn(markdown, { files, kinds: ['script'], name: 'acme/site' })).toEqual([
      'script npm run dev unproven',
    ]);
  },
);

const loss = { commit: 'b'.repeat(40), date: '2026-02-01', file: 'package.json', line: 4 };
const elsewhere = { ...loss, file: 'src/api.ts' };

test.for([
  ['Run `npm run dev`.', 'docs/work.md', {}, 'unproven'],
  ['Run `npm run dev`.', 'docs/work.md', { dev: loss }, 'drifted'],
  ['For example `npm run dev`.', 'README.md', {}, 'unproven'],
  ['For example `npm run dev`.', 'README.md', { dev: loss }, 'drifted'],
  ['For example:\n\n```sh\nnpm run api:mock\n```', 'README.md', {}, 'drifted'],
  ['Run `yarn seed`.', 'README.md', { seed: loss }, 'drifted'],
  ['For example `npm run api`.', 'README.md', { api: loss }, 'drifted'],
  ['For example `npm run api`.', 'README.md', { api: elsewhere }, 'unproven'],
  ['For example `npm run api:mock`.', 'README.md', { 'api:mock': elsewhere }, 'drifted'],
] as const)('"%s" in %s, where the manifest lost %o, is %s', ([markdown, page, lost, verdict]) => {
  const verdicts = verdictsOn(markdown, { files, page, lost, kinds: ['script'] });
  expect(verdicts.map((text) => text.split(' ').at(-1))).toEqual([verdict]);
});

test.for([
  ['yarn e2e', 'app/README.md', 'holds'],
  ['yarn e2e', 'README.md', 'drifted'],
  ['docker compose run app yarn e2e', 'README.md', 'unproven'],
] as const)('%s on %s, where only a folder further down has it, %s', ([command, page, verdict]) => {
  const markdown = `\`\`\`sh\n${command}\n\`\`\``;
  const packages = {
    'package.json': '{"scripts":{}}',
    'app/web/package.json': '{"scripts":{"e2e":"x"}}',
  };
  const verdicts = verdictsOn(markdown, { files: packages, page, kinds: ['script'] });
  expect(verdicts).toEqual([`script yarn e2e ${verdict}`]);
});

test.for([
  ['lerna', 'unproven'],
  ['site', 'drifted'],
] as const)(
  'in the repository of %s, `lerna run watch:all` is %s',
  ([name, verdict], { expect }) => {
    const packages = { 'package.json': JSON.stringify({ name, scripts: { dev: 'x' } }) };
    const verdicts = verdictsOn('Run `lerna run watch:all`.', {
      files: packages,
      kinds: ['script'],
    });
    expect(verdicts).toEqual([`script lerna run watch:all ${verdict}`]);
  },
);

test.for([
  ['cd ../other && yarn start', 'unproven'],
  ['yarn start', 'drifted'],
] as const)('`%s`, which this repository once had, is %s', ([command, verdict], { expect }) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'package.json': '{"scripts":{}}' },
    lost: { start: { commit: 'b'.repeat(40), date: '2026-02-01', file: 'package.json', line: 4 } },
    kinds: ['script'],
  });
  expect(verdicts.map((text) => text.split(' ').at(-1))).toEqual([verdict]);
});

test('a manifest that tests keep broken decides nothing', () => {
  const on = (broken: string) =>
    verdictsOn('Run `npm run gone:far`.', {
      files: { 'package.json': '{"scripts":{"near":"x"}}', [broken]: '{' },
      kinds: ['script'],
    });
  expect(on('test/fixtures/a/package.json')).toEqual(['script npm run gone:far drifted']);
  expect(on('web/package.json')).toEqual(['script npm run gone:far unproven']);
});

test('a package named like a script is the program of no script that is called in full', () => {
  const scoped = { 'package.json': '{"scripts":{},"devDependencies":{"@acme/test":"1"}}' };
  expect(verdictsOn('Run `pnpm run test`.', { files: scoped, kinds: ['script'] })).toEqual([
    'script pnpm run test drifted',
  ]);
});

test.for([
  ['Run `npm start` in the board.', 'drifted'],
  ['Run `npm start`.', 'unproven'],
] as const)('on a page for users, "%s", which packages lost, is %s', ([markdown, verdict]) => {
  const site = { 'docs/.vitepress/config.ts': '', 'packages/board/package.json': '{"name":"b"}' };
  const verdicts = verdictsOn(markdown, {
    files: { ...files, ...site },
    page: 'docs/use.md',
    lost: { start: { ...loss, file: 'packages/board/package.json' } },
    kinds: ['script'],
  });
  expect(verdicts).toEqual([`script npm start ${verdict}`]);
});
