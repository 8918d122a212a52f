import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { findKeyLosses } from '#drift/repository/key-losses.ts';
import { createCheckout } from '#support/checkout.ts';

const manifest = '{\n  "name": "dev",\n  "scripts": {\n    "build": "node b.ts"\n  }\n}\n';

test('a key is found where a manifest of the past gave it a value', ({ expect }) => {
  using checkout = createCheckout({ 'app/package.json': manifest });
  const commit = checkout.git('rev-parse', 'HEAD').trim();
  const origin = { commit, date: '2026-01-01' };
  const ask = (word: string, keyIn: readonly string[]) => ({
    ...{ word, keyIn, isIdentifier: false },
    ...{ origin, isEdited: false },
  });
  const questions = [
    ask('build', ['package.json', 'app/package.json']),
    ask('dev', ['app/package.json']),
    ask('build', ['package.json']),
    ask('build', []),
  ];
  const loss = { ...origin, file: 'app/package.json', line: 4, isEdited: false };
  const git = gitIn(checkout.root);
  expect(findKeyLosses(git, questions)).toEqual([loss, undefined, undefined, undefined]);
});
