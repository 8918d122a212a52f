import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const names = [
  ...['REDIS_HOST', 'REDIS_PORT', 'MAIL_TRANSPORT', 'SHOP_FOLDER'],
  ...['AWS_SQS_PAID_QUEUE_URL', 'AWS_SQS_ALPHA', 'AWS_SQS_BETA', 'AWS_SQS_GAMMA'],
  ...['DATA_SHOP_DIR', 'DATA_OLD_SHOP_FILES', 'DATA_ALPHA', 'DATA_GAMMA'],
];
const files = { 'src/env.ts': names.map((name) => `process.env.${name};`).join('\n') };

const known = '`AWS_SQS_ALPHA` `AWS_SQS_BETA` `DATA_ALPHA` `MAIL_TRANSPORT`';

test.for([
  ['The variables `REDIS_HOST` and `REDIS_POST`.', 'REDIS_POST drifted'],
  ['The variable `REDIS_POST`.', 'REDIS_POST unproven'],
  ['The variable `AWS_SQS_QUEUE_URL`.', 'AWS_SQS_QUEUE_URL unproven'],
  [`${known} The variable \`AWS_SQS_QUEUE_URL\`.`, 'AWS_SQS_QUEUE_URL drifted'],
  [`${known} The variable \`AWS_OTHER_QUEUE_URL\`.`, 'AWS_OTHER_QUEUE_URL unproven'],
  ['`DATA_EU_SHOP_DIR` and `DATA_US_SHOP_DIR`, a variable.', 'DATA_US_SHOP_DIR unproven'],
  ['The variable `DATA_US_SHOP_DIR`.', 'DATA_US_SHOP_DIR drifted'],
  ['## Example\n\nThe variable `DATA_US_SHOP_DIR`.', 'DATA_US_SHOP_DIR drifted'],
  ['The variable `DATA_FILES_OLD_SHOP`.', 'DATA_FILES_OLD_SHOP drifted'],
  ['`RETRY=1 SHOP_FODER=a rake index`', 'SHOP_FODER drifted'],
  ['## Example\n\nThe variable `MAIL_TRANSPOT`.', 'MAIL_TRANSPOT drifted'],
  ['```sh\nexport SHOP_FODER=a\n```', 'SHOP_FODER drifted'],
  ['```sh\nSHOP_FODER=a npm start\n```', 'SHOP_FODER drifted'],
  ['```sh\nPORT=1 SHOP_FODER="a b" npm start\n```', 'SHOP_FODER drifted'],
  ['```sh\nSHOP_FODER=a\n```', 'SHOP_FODER unproven'],
] as const)('%s: %s', ([markdown, expected]) => {
  const last = verdictsOn(markdown, { files, kinds: ['env', 'symbol'] }).at(-1);
  expect(last?.replace(/^\w+ /, '')).toBe(expected);
});

test.for([
  ['scripts/ci/test.sh', 'unproven'],
  ['scripts/test.sh', 'drifted'],
] as const)('for users, what %s lost is %s', ([file, verdict]) => {
  const loss = { file, commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdicts = verdictsOn('Set the variable `BROKER_TOKEN`.', {
    ...{ files, lost: { BROKER_TOKEN: loss }, page: 'docs/use.md', kinds: ['env'] },
  });
  expect(verdicts).toEqual([`env BROKER_TOKEN ${verdict}`]);
});
