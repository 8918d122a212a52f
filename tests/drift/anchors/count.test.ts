import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'db/migrations/1.sql': '',
  'db/migrations/2.sql': '',
  'db/migrations/README.md': '',
  '.github/workflows/ci.yml': 'on: push\njobs: {}\n',
  'packages/a/index.ts': '',
  'packages/b/index.ts': '',
};

test.for([
  ['There are two migrations.', ['two migrations holds']],
  ['There are 3 new migrations.', ['3 new migrations holds']],
  ['There are 14 migrations.', ['14 migrations drifted']],
  ['There are three workflows.', ['three workflows drifted']],
  ['`packages` holds 2 packages.', ['2 packages holds']],
  ['`packages` holds 5 packages.', ['5 packages drifted']],
  ['There are more than 14 migrations.', []],
  ['The team has 14 tests.', []],
  ['There are two workflows that clean up.', []],
  ['This example has 5 files in `packages`.', []],
  ['`packages` holds 5 packages with examples.', ['5 packages drifted']],
  ['If you have two different workflows, name both.', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['count'] });
  expect(verdicts).toEqual(expected.map((text) => `count ${text}`));
});

test.for([
  ['README.md', 'There are 3 workflows.', ['count 3 workflows drifted']],
  ['docs/circle-ci.md', 'There are 3 workflows.', []],
  ['docs/product.md', 'There are 3 workflows.', []],
  ['docs/product.md', 'There are 3 workflows on GitHub.', ['count 3 workflows drifted']],
] as const)('on %s: %s', ([page, markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files, page, kinds: ['count'] })).toEqual(expected);
});
