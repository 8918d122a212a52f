import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  '.github/workflows/check.yml': 'name: Type check\non: push\n',
  '.github/workflows/plain.yml': 'on: push\n',
};
const badgeOf = (name: string, owner = 'acme') =>
  `![b](https://github.com/${owner}/site/workflows/${encodeURIComponent(name)}/badge.svg)`;

test.for([
  [badgeOf('Type check'), ['Type%20check holds']],
  [badgeOf('TYPE CHECK'), ['TYPE%20CHECK holds']],
  [badgeOf('Deploy'), ['Deploy unfounded']],
  [badgeOf('.github/workflows/plain.yml'), ['.github%2Fworkflows%2Fplain.yml holds']],
  [badgeOf('CodeQL'), ['CodeQL unproven']],
  [badgeOf('Type check', 'other'), []],
] as const)('%s', ([markdown, expected]) => {
  const verdicts = verdictsOn(markdown, { files, name: 'acme/site', kinds: ['workflow'] });
  expect(verdicts).toEqual(expected.map((text) => `workflow ${text}`));
});

const links = '[a](https://github.com/acme/site/issues)';
const others = '[b](https://github.com/b/b) [b](https://github.com/b/b/wiki)';

test.for([
  ['README.md', `${badgeOf('Deploy')} ${links}`, 'unfounded'],
  ['README.md', badgeOf('Deploy'), 'unproven'],
  ['README.md', `${badgeOf('Deploy')} ${links} ${others}`, 'unproven'],
  ['README.md', `${badgeOf('Deploy')} ${links} ${badgeOf('A', 'b')}`, 'unproven'],
  ['docs/a.md', `${badgeOf('Deploy')} ${links}`, 'unproven'],
] as const)('without a remote, on %s: %s', ([page, markdown, verdict]) => {
  const verdicts = verdictsOn(markdown, { files, page, kinds: ['workflow'] });
  expect(verdicts[0]).toBe(`workflow Deploy ${verdict}`);
});
