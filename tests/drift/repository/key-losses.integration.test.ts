import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { findKeyLosses } from '#drift/repository/key-losses.ts';
import { createCheckout } from '#support/checkout.ts';

const manifest = '{\n  "name": "dev",\n  "scripts": {\n    "build": "node b.ts"\n  }\n}\n';

test('a key is found where a manifest of the past gave it a value', ({ expect }) => {
  using checkout = createCheckout({ 'app/package.json': manifest });
  const commit = checkout.git('rev-parse', 'HEAD').trim();
  const ask = (word: string, keyIn: readonly string[]) => ({
    ...{ page: 'README.md', line: 1, isIdentifier: false },
    ...{ word, keyIn },
  });
  const questions = [
    ask('build', ['package.json', 'app/package.json']),
    ask('dev', ['app/package.json']),
    ask('build', ['package.json']),
    ask('build', []),
  ];
  const origin = { commit, date: '2026-01-01' };
  const origins = questions.map(() => origin);
  const loss = { ...origin, file: 'app/package.json', line: 4 };
  const git = gitIn(checkout.root);
  expect(findKeyLosses(git, { questions, origins })).toEqual([
    loss,
    undefined,
    undefined,
    undefined,
  ]);
});
