import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/types/index.ts': '',
  'src/providers/mail.js': '',
  'src/providerVersions.js': '',
  'src/providers/manifests.yaml': '',
};

test.for([
  ['`src/providers/PROVIDER_NAME.js` is the heart of it.', 'unproven'],
  ['`src/providers/provider-name.js` is the heart of it.', 'unfounded'],
  ['`src/providers/CODE_OF_CONDUCT.md` is the heart of it.', 'unfounded'],
  ['`src/providers/providerX` packages are versioned.', 'unproven'],
  ['`src/providers/plan_##.js` is the heart of it.', 'unproven'],
  ['Types come from `src/types/index.js`.', 'unproven'],
  ['Create the handler in `src/types/newCommand.ts`.', 'unproven'],
  ['The handler is in `src/types/renewCommand.ts`.', 'unfounded'],
  ['Update `src/providers/manifests` there.', 'holds'],
  ['The report is `src/types/out/report.xml`.', 'unproven'],
  ['Include `provider-versions.js`.', 'unproven'],
  ['Include `providerversions.js`.', 'drifted'],
  ['Include `src/provider-versions.js`.', 'drifted'],
] as const)('%s: %s', ([markdown, verdict], { expect }) => {
  const [, path] = /`(.+)`/.exec(markdown) ?? [];
  expect(verdictsOn(markdown, { files, kinds: ['path'] })).toEqual([`path ${path} ${verdict}`]);
});

test('a script that became TypeScript is gone', ({ expect }) => {
  const removed = { 'src/types/index.js': { movedTo: 'src/types/index.ts' } };
  expect(verdictsOn('Types come from `src/types/index.js`.', { files, removed })).toEqual([
    'path src/types/index.js drifted',
  ]);
});

test.for([
  ['We follow [`src/providers/task.js`](https://example.org/patterns).', []],
  [
    'See [`src/providers/task.js`](https://github.com/acme/site/blob/v1/src/providers/task.js).',
    ['path src/providers/task.js unfounded'],
  ],
] as const)('the label of a link: %s', ([markdown, expected], { expect }) => {
  const manifest = { 'package.json': '{"repository":"acme/site"}' };
  const verdicts = verdictsOn(markdown, { files: { ...files, ...manifest }, kinds: ['path'] });
  expect(verdicts).toEqual(expected);
});

test.for([
  ['docs/cli.md', 'tool --file src/lib/setup.js', 'unproven'],
  ['docs/cli.md', 'tool --file src/mail/setup.js', 'drifted'],
  ['CONTRIBUTING.md', 'tool --file src/lib/setup.js', 'drifted'],
] as const)('a command on %s, %s: %s', ([page, command, verdict], { expect }) => {
  const site = { 'docs/docusaurus.config.js': '', 'src/a.js': '', [page]: '' };
  const removed = { 'src/lib/setup.js': {}, 'src/mail/setup.js': {} };
  const markdown = `---\ntitle: A\n---\n\n\`\`\`sh\n${command}\n\`\`\`\n`;
  const verdicts = verdictsOn(markdown, { files: site, removed, page, kinds: ['path'] });
  expect(verdicts.map((text) => text.split(' ').at(-1))).toEqual([verdict]);
});

test.for([
  ['It makes an `src/web_devel` image locally.', []],
  ['It starts `src/web_devel` locally.', ['path src/web_devel unfounded']],
] as const)('%s', ([markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files, kinds: ['path'] })).toEqual(expected);
});

test.for([
  ['`pkg/clock.Monotonic`', []],
  ['`pkg/gone.Monotonic`', ['path pkg/gone.Monotonic unfounded']],
  ['[`pkg/b.go`](https://github.com/acme/site/blob/3f2c91a/pkg/b.go)', []],
  ['[`pkg/b.go`](https://github.com/acme/site/blob/main/pkg/b.go)', ['path pkg/b.go unfounded']],
] as const)('on a page beside the package, %s: %o', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, {
    files: { 'operator/pkg/clock/a.go': '' },
    name: 'acme/site',
    page: 'operator/ARCHITECTURE.md',
    kinds: ['path'],
  });
  expect(verdicts).toEqual(expected);
});
