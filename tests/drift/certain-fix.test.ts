import { test } from 'vitest';
import { caseText, movedText } from '#drift/judge/certain-fix.ts';

test.for([
  ['docs/old.md', 'README.md', 'guide/new.md'],
  ['./docs/old.md', 'README.md', './guide/new.md'],
  ['/docs/old.md#use', 'a/b.md', '/guide/new.md#use'],
  ['old.md', 'docs/b.md', '../guide/new.md'],
  ['./old.md?plain=1', 'docs/b.md', '../guide/new.md?plain=1'],
  ['../docs/old.md', 'a/b.md', '../guide/new.md'],
  ['old.md', 'README.md', undefined],
  ['app/docs/old.md', 'README.md', undefined],
] as const)('%s on %s becomes %s', ([text, page, expected], { expect }) => {
  const moved = { text, page, place: 'docs/old.md', movedTo: 'guide/new.md' };
  expect(movedText(moved)).toBe(expected);
});

test.for([
  ['readme.md', 'README.md', 'README.md'],
  ['README.md', 'README.md', undefined],
  ['readme.md', 'READER.md', undefined],
  ['readme.md', undefined, undefined],
] as const)('%s near %s is corrected to %s', ([text, nearest, expected], { expect }) => {
  expect(caseText(text, nearest)).toBe(expected);
});
