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
