import { expect, test } from 'vitest';
import { wordsPart } from '#drift/repository/words.ts';
import { repositoryWith } from '#support/repository.ts';

const repository = repositoryWith({
  files: {
    'README.md': 'pageWord',
    'package-lock.json': 'lockWord',
    '.dockerignore': 'ignoredWord',
    'tests/a.test.ts': 'const declaredInTest = usedInTest;',
    'src/use.ts': 'run(declaredLater);\nusedInTest();',
    'src/zz.ts': 'line\nexport const declaredLater = 1;',
  },
});

test.for([
  ['pageWord', undefined],
  ['lockWord', undefined],
  ['ignoredWord', undefined],
  ['declared', undefined],
  ['declaredLater', { file: 'src/zz.ts', line: 2, text: 'export const declaredLater = 1;' }],
  ['usedInTest', { file: 'src/use.ts', line: 2, text: 'usedInTest();' }],
  ['declaredInTest', { file: 'tests/a.test.ts', line: 1 }],
] as const)('%s stands at %o', ([word, evidence]) => {
  const place = repository.part(wordsPart).find(word);
  if (evidence === undefined) expect(place).toBeUndefined();
  else expect(place).toMatchObject(evidence);
});

test('every one of many words is found again', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `name${at}x`);
  const words = repositoryWith({ files: { 'src/all.ts': names.join('\n') } }).part(wordsPart);
  const lines = names.slice(0, 200).map((name) => words.find(name)?.line);
  expect(lines).toEqual(lines.map((_, at) => at + 1));
  expect(words.find('name50001x')).toBeUndefined();
});
