import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/data.ts':
    'export const asyncDate = 1;\nexport function useAsyncData() { return process.env.SHOP_GATEWAY_KEY; }\n',
  'docs/data.md':
    '`useAsyncData` and `useAsyncData` again. `SHOP_GATEWAY_KEY`. `SHOP_GATEWAY_KEY`. `asyncDate` and `asyncDate`.\n',
};

const scenes = {
  'src/scene.ts': 'export const useSceneData = 1;',
  'docs/scene.md': '`useSceneData` `useSceneData`',
};

test.for([
  ['`useAyncData`', {}, 'symbol useAyncData drifted'],
  ['`useAsnycData`', {}, 'symbol useAsnycData drifted'],
  ['`useAyncData`', { 'docs/b.md': 'useAyncData' }, 'symbol useAyncData unproven'],
  ['`useAyncData`', { 'docs/data.md': '' }, 'symbol useAyncData unproven'],
  ['`useAyncDate`', {}, 'symbol useAyncDate unproven'],
  ['`useAsyncData`, not `useAyncData`', {}, 'symbol useAyncData unproven'],
  ['`useAsyncDatas`', {}, 'symbol useAsyncDatas unproven'],
  ['`useAsynceData`', {}, 'symbol useAsynceData unproven'],
  ['`useScenData`', scenes, 'symbol useScenData drifted'],
  ['`useAyncData`', { 'docs/copy.md': 'See `useAyncData`.' }, 'symbol useAyncData drifted'],
  ['`useAsyncDAta`', {}, 'symbol useAsyncDAta drifted'],
  ['`useAsyncData2`', {}, 'symbol useAsyncData2 unproven'],
  ['`asyncData`', {}, 'symbol asyncData unproven'],
  ['`SHOP_GATEWYA_KEY`', {}, 'env SHOP_GATEWYA_KEY drifted'],
] as const)('%s, beside %o: %s', ([markdown, others, verdict]) => {
  const verdicts = verdictsOn(`See ${markdown}.`, {
    files: { ...files, ...others },
    page: 'docs/a.md',
    kinds: ['symbol', 'env'],
  });
  expect(verdicts.at(-1)).toBe(verdict);
});

test.for([
  ['`Edtior`', ['symbol Edtior drifted']],
  ['`Editr`', []],
  ['`Editer`', []],
  ['`Editors`', []],
  ['`view.optins`', ['symbol view.optins drifted']],
  ['`view.optons`', ['symbol view.optons drifted']],
  ['`vendor`', []],
] as const)('%s beside `Editor` and `options`', ([markdown, expected]) => {
  const code = '```tsx\nimport { Editor } from "ed";\n<Editor options={options} />\n```';
  const sources = { 'src/a.ts': 'export function Editor(options) {}; const vender = 1;' };
  const verdicts = verdictsOn(`${code}\n\nThe ${markdown} is it.`, {
    ...{ files: sources, page: 'docs/a.md', kinds: ['symbol'] },
  });
  expect(verdicts).toEqual(expected);
});
