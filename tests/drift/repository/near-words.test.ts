import { test } from 'vitest';
import { shuffledSpelling } from '#drift/repository/near-words.ts';
import { repositoryWith } from '#support/repository.ts';

test.for([
  ['listOrderItems', 'orderListItems', true],
  ['client_secrets', '_CLIENT_SECRET', false],
  ['client_secrets', '_client_secret', true],
] as const)('%s is %s with its words shuffled: %s', ([word, near, isShuffled], { expect }) => {
  const repository = repositoryWith({ files: { 'src/a.ts': `read(${near});` } });
  expect(shuffledSpelling(word, repository)).toBe(isShuffled ? near : undefined);
});
