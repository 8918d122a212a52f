import { expect, test } from 'vitest';
import { symbolAnchor } from '#drift/anchors/symbol.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/flow.ts': [
    'export const maxEntries = 3;',
    'const ignoreTrailingSlash = true, clockMonitorIntervalSeconds = 1, componentIslands = 2;',
    "throw new Error('FST_ERR_PROMISE_NOT_FULFILLED');",
    'const [firstOption, secondOption, thirdOption, fourthOption] = [];',
  ].join('\n'),
};

function examine(markdown: string) {
  const repository = repositoryWith({ files: { ...files, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => symbolAnchor.examine(mention, repository));
}

const known = '`firstOption` `secondOption` `thirdOption` `fourthOption` `maxEntries`';

test.for([
  ['`ignoreTrailingSlashes`', 'ignoreTrailingSlash'],
  ['`clockMonitoringIntervalSeconds`', 'clockMonitorIntervalSeconds'],
  ['`MonitorClockIntervalSeconds`', 'clockMonitorIntervalSeconds'],
  ['`clocksMonitorsIntervalSeconds`', 'clockMonitorIntervalSeconds'],
  ['`componentsIsland`', 'componentIslands'],
  ['`FST_ERR_PROMISE_NOT_FULLFILLED`', 'FST_ERR_PROMISE_NOT_FULFILLED'],
] as const)('%s on a page of known names is misspelt', ([markdown, actual]) => {
  expect(examine(`${known} ${markdown}`)[5]).toMatchObject({
    resolution: { status: 'contradicted', code: 'symbol-misspelt', actual },
  });
});

test.for([
  '`maxEntry`',
  '`thirdOptions`',
  '`islandComponents`',
  '`third_option`',
  '`thirdOptionTwo`',
])('%s is another name, not a misspelt one', (markdown) => {
  expect(examine(`${known} ${markdown}`).at(-1)).toMatchObject({
    resolution: { status: 'missing' },
  });
});

test('a name that the page itself calls misspelt is not told of', () => {
  const markdown = `${known}\n\n\`clockMonitoringIntervalSeconds\` is a typo of old files.`;
  expect(examine(markdown).at(-1)).toMatchObject({ resolution: { status: 'missing' } });
});

test('a page that is mostly of other names has no misspelt ones', () => {
  const others = '`oneOption` `twoOption` `sixOption` `tenOption`';
  const statuses = examine(`${known} ${others} \`ignoreTrailingSlashes\``).map(
    ({ resolution }) => resolution.status,
  );
  expect(statuses).not.toContain('contradicted');
});

test('a spelling that code on the page has is not misspelt', () => {
  const shown = `${known} \`clockMonitoringIntervalSeconds\``;
  const code = '\n\n```ts\nconst { clockMonitoringIntervalSeconds } = options;\n```\n';
  expect(examine(shown)[5]?.resolution.status).toBe('contradicted');
  expect(examine(shown + code)[5]?.resolution.status).not.toBe('contradicted');
});

test('a constant is missing where the sources hold all others of a long list', () => {
  const names = Array.from({ length: 24 }, (_, at) => `SHOP_ERR_${at}`);
  const on = (known: number) =>
    verdictsOn([...names, 'SHOP_ERR_GONE'].map((name) => `#### ${name}\n\nIt failed.\n`).join(''), {
      files: { 'src/errors.ts': names.slice(0, known).join(';') },
      page: 'docs/errors.md',
      kinds: ['symbol'],
    }).at(-1);
  expect(on(24)).toBe('symbol SHOP_ERR_GONE unfounded');
  expect(on(23)).toBe('symbol SHOP_ERR_GONE unfounded');
  expect(on(18)).toBe('symbol SHOP_ERR_GONE unproven');
});

test('what the language itself has is no name of the sources', () => {
  expect(examine('`encodeURIComponent` and `hasOwnProperty`')).toEqual([]);
});

test.for([
  ['fs.readFile', 'unproven'],
  ['Fs.promises.readFile', 'unproven'],
  ['fs.readAllFiles', 'drifted'],
] as const)('`%s()`, which a source called, is %s', ([chain, verdict]) => {
  const loss = { file: 'src/a.ts', commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdicts = verdictsOn(`It calls \`${chain}()\`.`, {
    ...{ files: { 'src/b.ts': 'go()' }, lost: { readFile: loss, readAllFiles: loss } },
    kinds: ['symbol'],
  });
  expect(verdicts).toEqual([`symbol ${chain} ${verdict}`]);
});

test('a key in small letters is the spelling of no name', () => {
  const on = (key: string) =>
    verdictsOn('`writableStream` is written to.', {
      ...{ files: { 'src/types.ts': `const types = { ${key}: 1 };` }, kinds: ['symbol'] },
    });
  expect(on('writablestream')).toEqual(['symbol writableStream unproven']);
  expect(on('writableSTream')).toEqual(['symbol writableStream drifted']);
});
