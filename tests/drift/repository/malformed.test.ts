import { test } from 'vitest';
import { malformedFiles } from '#drift/repository/malformed.ts';
import { repositoryWith } from '#support/repository.ts';

test.for([
  ['package.json', '{\n  "scripts": {\n    "a": 1,,\n  }\n}\n', 3],
  ['packages/a/package.json', '{"name":\n', 2],
  ['.github/workflows/ci.yml', 'on:\n  push:\njobs: [a\n', 4],
] as const)('%s with %j is malformed at line %i', ([file, text, line], { expect }) => {
  const found = repositoryWith({ files: { [file]: text } }).part(malformedFiles);
  expect(found).toMatchObject([{ file, line }]);
});

test.for([
  ['package.json', '{}'],
  ['tests/fixtures/package.json', '{'],
  ['data/broken.json', '{'],
  ['.github/workflows/ci.yml', 'on: push\n'],
] as const)('%s with %j is in order', ([file, text], { expect }) => {
  expect(repositoryWith({ files: { [file]: text } }).part(malformedFiles)).toEqual([]);
});
