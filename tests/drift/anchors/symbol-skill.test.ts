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

test.for([
  ['README.md', '`nohandleSignals`', 'drifted'],
  ['README.md', '`noHandleSignalz`', 'unproven'],
  ['README.md', '`NoHandleSignals`', 'unproven'],
  ['.agents/skills/a/SKILL.md', '`nohandleSignals`', 'unproven'],
] as const)('on %s %s, a letter of which has another case, is %s', ([page, markdown, verdict]) => {
  const verdicts = verdictsOn(`Set ${markdown}.`, {
    ...{ page, kinds: ['symbol'], files: { 'src/a.ts': 'const noHandleSignals = 1;' } },
  });
  expect(verdicts.map((each) => each.split(' ').at(-1))).toEqual([verdict]);
});

test.for([
  ['docs/naming-conventions.md', 'const a = 1;', 'ZDocument', 'unproven'],
  ['docs/documents.md', 'const a = 1;', 'ZDocument', 'drifted'],
  ['docs/documents.md', 'const total_amount = 1;', 'TOTAL_AMOUNT', 'drifted'],
] as const)('on %s, where a source says "%s", %s is %s', ([page, source, name, verdict]) => {
  const place = { commit: 'a'.repeat(40), date: '2026-05-01', file: 'src/b.ts', line: 1 };
  const verdicts = verdictsOn(`It is a \`${name}\`.`, {
    ...{ page, kinds: ['symbol', 'env'], files: { 'src/a.ts': source }, lost: { [name]: place } },
  });
  expect(verdicts.map((each) => each.split(' ').at(-1))).toEqual([verdict]);
});

test('with the last file of its language a name has moved elsewhere', () => {
  const on = (file: string) =>
    verdictsOn('See `PresentManager`.', {
      ...{ kinds: ['symbol'], files: { 'src/a.ts': 'const a = 1;' } },
      lost: { PresentManager: { commit: 'a'.repeat(40), date: '2026-05-01', file, line: 1 } },
    });
  expect(on('ios/Manager.swift')).toEqual(['symbol PresentManager unproven']);
  expect(on('src/manager.ts')).toEqual(['symbol PresentManager drifted']);
});

test('a field may be named in capitals where the words around speak of fields', () => {
  const place = { commit: 'a'.repeat(40), date: '2026-05-01', file: 'src/b.ts', line: 1 };
  const verdicts = verdictsOn('## Fields\n\nIt has a `TOTAL_AMOUNT`.', {
    files: { 'src/a.ts': 'const total_amount = 1;' },
    lost: { TOTAL_AMOUNT: place },
  });
  expect(verdicts.map((each) => each.split(' ').at(-1))).toEqual(['unproven']);
});

test.for([
  ['src/a.rs', '', 'unproven'],
  ['src/a.ts', '', 'drifted'],
  ['src/a.ts', '```graphql\nfragment statusCode on A { b }\n```', 'unproven'],
] as const)('beside a field `status_code` in %s, and %j, a name is %s', ([file, code, verdict]) => {
  const loss = { file: 'lib/b.ts', commit: 'a'.repeat(40), date: '2026-05-01', line: 1 };
  const verdicts = verdictsOn(`The \`statusCode\` field.\n\n${code}`, {
    files: { [file]: 'status_code: 1', 'lib/b.ts': '' },
    ...{ lost: { statusCode: loss }, page: 'docs/use.md', kinds: ['symbol'] },
  });
  expect(verdicts).toEqual([`symbol statusCode ${verdict}`]);
});
