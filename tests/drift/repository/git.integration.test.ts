import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { createCheckout } from '#support/checkout.ts';

test.for([
  ['rev-parse HEAD', ['rev-parse', 'HEAD']],
  ['cat-file of what is not there', ['cat-file', 'blob', 'HEAD:absent']],
] as const)('a command that is begun answers as one that is run: %s', ([, args], { expect }) => {
  using checkout = createCheckout({ 'a.md': 'A\n' });
  const git = gitIn(checkout.root);
  const begun = git.begin(args);
  expect(begun.answer()).toEqual(git(args));
  expect(begun.isDone()).toBe(true);
  expect(begun.answer()).toEqual(git(args));
});
