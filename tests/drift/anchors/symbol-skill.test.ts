import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

test('a skill most of whose names the sources hold is about them', () => {
  const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
  const verdicts = verdictsOn('`createFlow` and `maxEntries` keep `EncryptedStore` open.', {
    ...{ page: '.claude/skills/a/SKILL.md', kinds: ['symbol'] },
    files: { 'src/flow.ts': 'export function createFlow() {}\nexport const maxEntries = 3;' },
    lost: { EncryptedStore: place },
  });
  expect(verdicts.at(-1)).toBe('symbol EncryptedStore drifted');
});
