import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/data.ts':
    'export const asyncDate = 1;\nexport function useAsyncData() { return process.env.SHOP_GATEWAY_KEY; }\n',
  'docs/data.md':
    '`useAsyncData` and `useAsyncData` again. `SHOP_GATEWAY_KEY`. `SHOP_GATEWAY_KEY`. `asyncDate` and `asyncDate`.\n',
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
