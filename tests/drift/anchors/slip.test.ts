import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/data.ts': 'export function useAsyncData() { return process.env.SHOP_API_KEY; }\n',
  'docs/data.md': '`useAsyncData` and `useAsyncData` again. `SHOP_API_KEY`. `SHOP_API_KEY`.\n',
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
  ['`useAsyncDAta`', {}, 'symbol useAsyncDAta unproven'],
  ['`useAsyncData2`', {}, 'symbol useAsyncData2 unproven'],
  ['`SHOP_AIP_KEY`', {}, 'env SHOP_AIP_KEY drifted'],
  ['`SHOP_API_KEYS`', {}, 'env SHOP_API_KEYS unproven'],
] as const)('%s, beside %o: %s', ([markdown, others, verdict]) => {
  const verdicts = verdictsOn(`See ${markdown}.`, {
    files: { ...files, ...others },
    page: 'docs/a.md',
    kinds: ['symbol', 'env'],
  });
  expect(verdicts.at(-1)).toBe(verdict);
});
