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

test.for([
  ['Hints follow the `typescript.inlayHints` setting.', []],
  ['Set `typescript.inlayHints` to show them.', ['symbol typescript.inlayHints drifted']],
  ['It stands in `notes.md#inlayHints`.', []],
] as const)('%s', ([markdown, expected]) => {
  const place = { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026-05-01' };
  const verdicts = verdictsOn(markdown, {
    kinds: ['symbol'],
    files: { 'src/a.ts': 'const a = 1;', 'notes.md': '# Notes' },
    lost: { inlayHints: place },
  });
  expect(verdicts).toEqual(expected);
});

test('a guide from one version to the next names what the older one had', () => {
  const on = (page: string) =>
    verdictsOn('Replace `clockMonitor` yourself.', {
      ...{ page, kinds: ['symbol'], files: { 'src/a.ts': 'const a = 1;' } },
      lost: { clockMonitor: { file: 'src/a.ts', line: 1, commit: 'a'.repeat(40), date: '2026' } },
    });
  expect(on('MIGRATION.md')).toEqual(['symbol clockMonitor unproven']);
  expect(on('CLOCK.md')).toEqual(['symbol clockMonitor drifted']);
});
