import { expect, test } from 'vitest';
import { symbolAnchor } from '#drift/anchors/symbol.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/flow.ts': [
    'export function createFlow() {}',
    'export const maxEntries = 3;',
    'class JobQueue { start() {} }',
    'const ignoreTrailingSlash = true, clockMonitorIntervalSeconds = 1, componentIslands = 2;',
    "throw new Error('FST_ERR_PROMISE_NOT_FULFILLED');",
    'const [firstOption, secondOption, thirdOption, fourthOption] = [];',
  ].join('\n'),
  'src/other.ts': 'const unrelated = 1;',
  'src/shim.ts': "export * from './flow.ts';",
  'docs/notes.md': 'Only a page holds `onlyInPages`.',
};

function examine(markdown: string) {
  const repository = repositoryWith({ files: { ...files, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => symbolAnchor.examine(mention, repository));
}

test.for([
  ['`createFlow()`', 'createFlow', 'src/flow.ts', 1],
  ['`maxEntries`', 'maxEntries', 'src/flow.ts', 2],
  ['`maxEntries: 5`', 'maxEntries', 'src/flow.ts', 2],
  ['`JobQueue.start()`', 'JobQueue.start', 'src/flow.ts', 3],
  ['`FST_ERR_PROMISE_NOT_FULFILLED`', 'FST_ERR_PROMISE_NOT_FULFILLED', 'src/flow.ts', 5],
  ['`src/flow.ts#maxEntries`', 'src/flow.ts#maxEntries', 'src/flow.ts', 2],
  ['`src/flow.ts:3`', 'src/flow.ts:3', 'src/flow.ts', 3],
  ['`createFlow()` in `src/shim.ts`', 'createFlow', 'src/flow.ts', 1],
  ['`createFlow()` in `src/flow.ts`', 'createFlow', 'src/flow.ts', 1],
] as const)('%s is found in the sources', ([markdown, text, file, line]) => {
  const [examined] = examine(markdown);
  expect(examined).toMatchObject({
    text,
    resolution: { status: 'found', evidence: { file, line } },
  });
});

test.for([
  ['`removeFlow()`', { status: 'missing', strength: 'guessed', word: 'removeFlow' }],
  ['`onlyInPages`', { status: 'missing', strength: 'guessed', word: 'onlyInPages' }],
  ['`GoneClass.start()`', { status: 'missing', strength: 'guessed', word: 'GoneClass' }],
  ['`src/flow.ts#gone`', { status: 'missing', strength: 'stated', word: 'gone' }],
  [
    'The `createFlow()` function in `src/other.ts` starts it.',
    { status: 'missing', strength: 'stated', nearest: 'src/flow.ts#createFlow' },
  ],
  ['Add `startFlow()` in `src/other.ts`.', { status: 'missing', strength: 'guessed' }],
  ['`src/flow.ts:99`', { status: 'contradicted', code: 'line-missing', actual: '6 lines' }],
] as const)('%s is not in the sources', ([markdown, resolution]) => {
  expect(examine(markdown)[0]).toMatchObject({ resolution });
});

test.for([
  '`npm`',
  '`true`',
  '`null`',
  '`myClient`',
  '`YOUR_API_KEY`',
  '`some words here`',
  '`background-color`',
  '`{ "a": 1 }`',
  '`process.env.API_KEY`',
  '`/api/users`',
  '`12px`',
  '`git status`',
])('%s names no symbol', (markdown) => {
  expect(examine(markdown)).toEqual([]);
});

test('a name that a folder or a file has is no name that the sources lost', () => {
  const paths = { 'infra/base_config/main.tf': '', 'infra/load_data.py': '' };
  const verdicts = verdictsOn('Under `base_config`, with `load_data`, not `load_files`.', {
    files: paths,
    kinds: ['symbol'],
  });
  expect(verdicts).toEqual([
    'symbol base_config holds',
    'symbol load_data holds',
    'symbol load_files unproven',
  ]);
});

test('a call in a fence counts where the page names it in a code span', () => {
  const page = 'Use `removeFlow` first.\n\n```js\nboss.removeFlow(1);\nboss.other(2);\n```\n';
  expect(examine(page)).toMatchObject([
    { text: 'removeFlow', resolution: { status: 'missing' } },
    { text: 'removeFlow', start: 5, resolution: { status: 'missing' } },
  ]);
});

test('a page of a package that has left the repository proves nothing of its names', () => {
  const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };
  const text = 'npm install `@acme/cache`\n\nUse `EncryptedStore`.';
  const lost = { EncryptedStore: { ...removal, file: 'packages/cache/a.ts', line: 1 } };
  const verdicts = (removed: Record<string, typeof removal>) =>
    verdictsOn(text, { files, removed, lost, kinds: ['symbol'] });
  expect(verdicts({ 'packages/cache/package.json': removal })).toEqual([
    'symbol EncryptedStore unproven',
  ]);
  expect(verdicts({})).toEqual(['symbol EncryptedStore drifted']);
});

test('a name of generated text, or of a file of the reader, has no receipt', () => {
  const place = { commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdict = (text: string, file: string) =>
    verdictsOn(text, { files, lost: { updateHeader: { ...place, file } }, kinds: ['symbol'] });
  expect(verdict('It is `updateHeader`.', 'src/generated-schema.graphql')).toEqual([
    'symbol updateHeader unproven',
  ]);
  expect(verdict('Put it in `updateHeader` in your `a.config.js`.', 'src/a.ts')).toEqual([
    'symbol updateHeader unproven',
  ]);
  expect(verdict('It is `updateHeader`.', 'src/a.ts')).toEqual(['symbol updateHeader drifted']);
});

test.for([
  ['docs/chat.md', 'Set `serverUrl` and `botName`.', ['serverUrl unproven', 'botName unproven']],
  [
    'docs/chat.md',
    'Set `serverUrl`, `maxEntries` and `JobQueue`.',
    ['serverUrl drifted', 'maxEntries holds', 'JobQueue holds'],
  ],
  ['README.md', 'Set `serverUrl`.', ['serverUrl drifted']],
] as const)('a lost word on %s: %s', ([page, markdown, expected], { expect }) => {
  const loss = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'src/cli.ts', line: 3 };
  const verdicts = verdictsOn(markdown, {
    files: { ...files, 'mkdocs.yml': '' },
    lost: { serverUrl: loss },
    page,
    kinds: ['symbol'],
  });
  expect(verdicts).toEqual(expected.map((text) => `symbol ${text}`));
});

test.for([
  ['docs/state.md', 'It keeps `EncryptedStore` open.', 'drifted'],
  ['docs/state.md', "It keeps its own state, not the library's `EncryptedStore`.", 'unproven'],
  ['docs/migrate-to-8.0.0.md', 'It keeps `EncryptedStore` open.', 'unproven'],
  ['docs/migration/stores-2.0.0.md', 'It keeps `EncryptedStore` open.', 'unproven'],
  ['docs/migrated.md', 'It keeps `EncryptedStore` open.', 'drifted'],
  ['.agents/skills/storage/SKILL.md', 'It keeps `EncryptedStore` open.', 'unproven'],
] as const)('%s: %s is %s', ([page, text, verdict]) => {
  const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
  const lost = { EncryptedStore: place };
  expect(verdictsOn(text, { files, page, lost, kinds: ['symbol'] })).toEqual([
    `symbol EncryptedStore ${verdict}`,
  ]);
});

test.for([
  ["Here is an example:\n\n```ts\nconst run = { id: 'EncryptedStore' };\n```", 'unproven'],
  ["This is the code:\n\n```ts\nconst run = { id: 'EncryptedStore' };\n```", 'drifted'],
  ['Here is an example:\n\n```ts\nnew EncryptedStore();\n```', 'drifted'],
] as const)('a lost word below %s is %s', ([fence, verdict]) => {
  const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
  const text = `${fence}\n\nIt is named \`EncryptedStore\`.`;
  const verdicts = verdictsOn(text, { files, lost: { EncryptedStore: place }, kinds: ['symbol'] });
  expect(verdicts).toEqual([`symbol EncryptedStore ${verdict}`]);
});

test('a key of a manifest is no symbol of it', () => {
  const manifest = { 'package.json': '{"name":"a"}' };
  expect(verdictsOn('Use `package.json#exports`.', { files: manifest, kinds: ['symbol'] })).toEqual(
    [],
  );
});
