import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/mail.ts': '' };

test('an ignored folder beside the page does not hide a path from the root', () => {
  const ignoring = { ...files, '.gitignore': 'docs/src\n' };
  expect(
    verdictsOn('See `src/lib/gone.ts`.', { files: ignoring, page: 'docs/a.md', kinds: ['path'] }),
  ).toEqual(['path src/lib/gone.ts unfounded']);
});

const moved = { commit: 'a'.repeat(40), date: '2026-05-01', movedTo: 'packages/new/dist' };

test.for([
  ['`packages/old/dist`', 'packages/old/dist', '2026-04-01', 'drifted'],
  ['`packages/old/dist`', 'packages/old/dist', '2026-06-01', 'unproven'],
  ['`packages/old/dist`', 'packages/old', '2026-04-01', 'drifted'],
  ['`packages/old/dist`', 'packages/other', '2026-04-01', 'unproven'],
  ['[it](packages/old/dist)', 'packages/old/dist', '2026-04-01', 'drifted'],
  ['[it](packages/old/dist)', 'packages/old/dist', '2026-06-01', 'unproven'],
] as const)(
  '%s, ignored, after %s moved, written on %s: %s',
  ([text, place, writtenOn, verdict]) => {
    const [first] = verdictsOn(`See ${text}.`, {
      files: { ...files, 'packages/new/dist/a.js': '', '.gitignore': 'dist\n' },
      removed: { [place]: moved },
      writtenOn,
      kinds: ['path', 'link'],
    });
    expect(first?.split(' ').at(-1)).toBe(verdict);
  },
);

test.for([
  ...['config/site.example.json', 'config/.site.json', 'config/example.site.json'],
  ...['config/site.json.tmpl', 'config/site.json.in', 'config/samples/site.json'],
])('what became %s is made by the reader', (movedTo) => {
  const verdicts = verdictsOn('See `config/site.json`.', {
    files: { ...files, [movedTo]: '', '.gitignore': 'config/site.json\n' },
    removed: { 'config/site.json': { ...moved, movedTo } },
    writtenOn: '2026-04-01',
    kinds: ['path'],
  });
  expect(verdicts).toEqual(['path config/site.json unproven']);
});

test('what was deleted and is ignored now may be made anew', () => {
  const { movedTo: _, ...deleted } = moved;
  expect(
    verdictsOn('See `packages/old/dist`.', {
      files: { ...files, '.gitignore': 'dist\n' },
      removed: { 'packages/old/dist': deleted },
      writtenOn: '2026-04-01',
      kinds: ['path'],
    }),
  ).toEqual(['path packages/old/dist unproven']);
});

test('what a program wrote, until its source came in its place, may be made anew', () => {
  expect(
    verdictsOn('See `dist/app.js`.', {
      files: { 'src/app.js': '', '.gitignore': 'dist/\n' },
      removed: { 'dist/app.js': { ...moved, movedTo: 'src/app.js' } },
      writtenOn: '2026-04-01',
      kinds: ['path'],
    }),
  ).toEqual(['path dist/app.js unproven']);
});

test.for([
  ['docs/public/*\n', 'docs/public/', 'unproven'],
  ['docs/public/*.log\n', 'docs/public/', 'unfounded'],
] as const)('where git ignores %s, `%s` is %s', ([rules, path, verdict]) => {
  const contents = { files: { ...files, 'docs/a.ts': '', '.gitignore': rules }, kinds: ['path'] };
  expect(verdictsOn(`All of \`${path}\` is JSON.`, contents)).toEqual([`path ${path} ${verdict}`]);
});

test('what lies beside the repository may be another clone', () => {
  const on = (path: string) =>
    verdictsOn(`As \`${path}\` does it.`, {
      ...{ files: { ...files, 'src/b.ts': '' }, page: 'src/lib/README.md', kinds: ['path'] },
    });
  expect(on('../configurator')).toEqual(['path ../configurator unproven']);
  expect(on('../config.ts')).toEqual(['path ../config.ts unfounded']);
});
