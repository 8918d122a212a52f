import { test } from 'vitest';
import { findDrift } from '#drift/check.ts';
import { readRepository } from '#drift/repository/checkout.ts';
import { createCheckout } from '#support/checkout.ts';

test('a folder that is gone whole is a receipt for the end of its path', ({ expect }) => {
  const page = 'They are in the `public/texts` directory, next to the `public/fonts` directory.\n';
  using checkout = createCheckout({
    'web/public/texts/en.json': '{"a":1}',
    'web/public/fonts/a.txt': 'a',
    'docs/texts.md': page,
  });
  checkout.move('web/public/texts/en.json', 'web/messages/en.json');
  checkout.commit();
  const repository = readRepository(checkout.root, 'HEAD');
  const { claims } = findDrift(repository, { kinds: ['path'] });
  expect(claims.map(({ text, verdict }) => `${text} ${verdict}`)).toEqual([
    'public/texts drifted',
    'public/fonts holds',
  ]);
});

test('an ending is no name', ({ expect }) => {
  using checkout = createCheckout({
    'users.html': `${guide.join('\n')}\n`,
    'README.md': 'See [how](users.html).\n',
  });
  checkout.move('users.html', 'billing.html');
  checkout.write({ 'billing.html': `${half.join('\n')}\n` });
  checkout.commit();
  const { claims } = findDrift(readRepository(checkout.root, 'HEAD'), { kinds: ['link'] });
  expect(claims[0]?.suggestion).toBeUndefined();
});

const guide = Array.from({ length: 40 }, (_, at) => `Line ${at} of the guide.`);
const half = [...guide.slice(0, 26), ...guide.slice(26).map((line) => `${line} Anew.`)];

test.for([
  ['migration.md', half, undefined],
  ['docs/contributing.md', half, 'docs/contributing.md'],
  ['migration.md', [...guide.slice(1), 'Last.'], 'migration.md'],
] as const)('CONTRIBUTING.md became %s', ([place, lines, suggestion], { expect }) => {
  using checkout = createCheckout({
    'CONTRIBUTING.md': `${guide.join('\n')}\n`,
    'README.md': 'See [how](CONTRIBUTING.md).\n',
  });
  checkout.move('CONTRIBUTING.md', place);
  checkout.write({ [place]: `${lines.join('\n')}\n` });
  checkout.commit();
  const { claims } = findDrift(readRepository(checkout.root, 'HEAD'), { kinds: ['link'] });
  expect(claims[0]).toMatchObject({ verdict: 'drifted' });
  expect(claims[0]?.suggestion).toBe(suggestion);
});
