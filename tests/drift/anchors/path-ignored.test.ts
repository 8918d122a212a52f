import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/mail.ts': '' };

test('an ignored folder beside the page does not hide a path from the root', () => {
  const ignoring = { ...files, '.gitignore': 'docs/src\n' };
  expect(
    verdictsOn('See `src/lib/gone.ts`.', { files: ignoring, page: 'docs/a.md', kinds: ['path'] }),
  ).toEqual(['path src/lib/gone.ts unfounded']);
});
