import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json':
    '{"scripts":{"build":"tsc","test":"vitest","db:restore":"x"},"devDependencies":{"vitest":"1"}}',
};

test('from its second version on, Yarn runs a script with a colon from any workspace', () => {
  const on = (markdown: string, version: string) =>
    verdictsOn(markdown, {
      files: {
        'package.json': JSON.stringify({ packageManager: `yarn@${version}` }),
        'web/package.json': '{"scripts":{"docs:meta":"x","docs":"x"}}',
        'api/package.json': '{}',
      },
      kinds: ['script'],
    });
  expect(on('Run `yarn docs:meta`.', '4.12.0')).toEqual(['script yarn docs:meta holds']);
  expect(on('Run `yarn docs:meta`.', '1.22.22')).toEqual(['script yarn docs:meta drifted']);
  expect(on('Run `npm run docs:meta`.', '4.12.0')).toEqual(['script npm run docs:meta drifted']);
});

test.for([
  ['# CI\n\nRun `npm run db:gone`.', 'README.md', 'drifted'],
  ['The boilerplate has scripts: `npm run db:gone`.', 'README.md', 'unproven'],
  ['# The boilerplate\n\nRun `npm run db:gone`.', 'README.md', 'drifted'],
  ['# CI\n\nRun `npm run db:gone`.', '.agents/skills/cms/references/start.md', 'unproven'],
] as const)('"%s" on %s is %s', ([markdown, page, verdict]) => {
  expect(verdictsOn(markdown, { files, page, kinds: ['script'] })).toEqual([
    `script npm run db:gone ${verdict}`,
  ]);
});

test('a long name of two words is misspelt wherever it stands', () => {
  const on = (name: string) =>
    verdictsOn(`Run \`npm run ${name}\`.`, {
      files: { 'package.json': '{"scripts":{"generate:provider":"x"}}', 'docs/mkdocs.yml': '' },
      page: 'docs/use.md',
      kinds: ['script'],
    });
  expect(on('generate:provide')).toEqual(['script npm run generate:provide drifted']);
  expect(on('generate:widget')).toEqual(['script npm run generate:widget unproven']);
});

test('what a site publishes on contributing is not about the site', () => {
  const on = (page: string) =>
    verdictsOn('Run `npm run db:gone`.', {
      files: { ...files, 'astro.config.mjs': '' },
      page,
      kinds: ['script'],
    });
  expect(on('src/content/pages/contributing.mdx')).toEqual(['script npm run db:gone unproven']);
  expect(on('docs/contributing.mdx')).toEqual(['script npm run db:gone drifted']);
});

test('a script that others have is missing where the package beside the page has lost it', () => {
  const loss = { commit: 'a'.repeat(40), date: '2026-05-01', line: 3 };
  const on = (page: string, file: string) =>
    verdictsOn('Run `yarn db-nuke`.', {
      files: {
        'package.json': '{}',
        'web/package.json': '{"scripts":{"build":"x"}}',
        'api/package.json': '{"scripts":{"db-nuke":"x"}}',
        'cms/package.json': '{"scripts":{"db-nuke":"x"}}',
      },
      lost: { 'db-nuke': { ...loss, file } },
      page,
      kinds: ['script'],
    });
  expect(on('web/README.md', 'web/package.json')).toEqual(['script yarn db-nuke drifted']);
  expect(on('web/README.md', 'api/package.json')).toEqual(['script yarn db-nuke unproven']);
  expect(on('web/docs/a.md', 'web/package.json')).toEqual(['script yarn db-nuke unproven']);
});

test.for([
  ['# In the shop app', 'holds'],
  ['# In the app', 'drifted'],
] as const)('below the comment "%s" a script of shop %s', ([comment, verdict]) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${comment}\nnpm run preview:all\n\`\`\``, {
    files: { ...files, 'apps/shop/package.json': '{"scripts":{"preview:all":"x"}}' },
    kinds: ['script'],
  });
  expect(verdicts).toEqual([`script npm run preview:all ${verdict}`]);
});

test.for([
  ['examples/app', 'README.md', 'unproven'],
  ['examples/app', 'examples/docs/README.md', 'drifted'],
  ['packages/app', 'README.md', 'drifted'],
] as const)('a script that only %s has is %s on %s', ([folder, page, verdict]) => {
  const verdicts = verdictsOn('Run `npm run preview:all`.', {
    files: { ...files, [`${folder}/package.json`]: '{"scripts":{"preview:all":"x"}}' },
    page,
    kinds: ['script'],
  });
  expect(verdicts).toEqual([`script npm run preview:all ${verdict}`]);
});

test.for([
  ['docs/use.md', 'packages/create/new.ts', 'unproven'],
  ['CONTRIBUTING.md', 'packages/create/new.ts', 'drifted'],
  ['docs/use.md', 'package.json', 'drifted'],
] as const)('on %s, a script that %s lost is %s', ([page, file, verdict]) => {
  const loss = { file, commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdicts = verdictsOn('Run `pnpm run db:made`.', {
    files: { 'package.json': '{"scripts":{"build":"x"}}', 'docs/mkdocs.yml': '' },
    ...{ lost: { 'db:made': loss }, page, kinds: ['script'] },
  });
  expect(verdicts).toEqual([`script pnpm run db:made ${verdict}`]);
});

test.for([
  ['`./indocker npm run db:gone`', ['script npm run db:gone drifted']],
  ['`indocker npm run db:gone`', []],
  [
    '```sh\n> npm run db:gone\n> npm run build\n```',
    ['script npm run db:gone drifted', 'script npm run build holds'],
  ],
  ['```sh\nnode a.ts\n> npm run db:gone\n```', []],
  ['```sh\n> site@1.0.0 build\n> npm run db:gone\n```', []],
  ['`pnpm start`', ['script pnpm start drifted']],
  ['`pnpm astro`', ['script pnpm astro unproven']],
  ['`pnpm sync-versions`', ['script pnpm sync-versions drifted']],
  ['`pnpm vitest-check`', ['script pnpm vitest-check unproven']],
] as const)('%s', ([markdown, expected]) => {
  expect(verdictsOn(markdown, { files: { ...files, indocker: '' }, kinds: ['script'] })).toEqual(
    expected,
  );
});

test.for([
  ['git clone <your-fork>\ncd ./site', 'drifted'],
  ['git clone git@github.com:<username>/site.git\ncd site', 'drifted'],
  ['git clone https://github.com/YOUR_USERNAME/site app\ncd app', 'drifted'],
  ['git clone https://github.com/YOUR_USERNAME/site app\ncd shop', 'unproven'],
  ['git clone https://github.com/acme/shop.git\ncd shop', 'unproven'],
  ['git clone https://github.com/<username>/shop\ncd shop', 'unproven'],
  ['git clone <your-fork-of-shop>\ncd shop', 'unproven'],
] as const)('in a clone by "%s" a script is %s', ([commands, verdict]) => {
  const markdown = `\`\`\`sh\n${commands}\nnpm run db:gone\n\`\`\``;
  expect(verdictsOn(markdown, { files, name: 'acme/site', kinds: ['script'] })).toEqual([
    `script npm run db:gone ${verdict}`,
  ]);
});
