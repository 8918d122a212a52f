import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json': '{}',
  '.gitignore': 'dist/\n.env\n',
  'src/app/api/[id]/route.ts': '',
  'src/app/(admin)/page.tsx': '',
  'src/lib/mail.ts': '\n'.repeat(20),
  'src/lib/checkVersions.js': '',
  'docs/guide/intro.md': '',
  'packages/ui/src/button.tsx': '',
};
const removal = { commit: 'a'.repeat(40), date: '2026-05-01', movedTo: 'src/lib/mail.ts' };

test.for([
  ['See `src/lib/mail.ts`.', ['path src/lib/mail.ts holds']],
  ['See `./src/lib/`.', ['path ./src/lib/ holds']],
  ['See `mail.ts`.', ['path mail.ts holds']],
  ['See `/home/me/holdfast/src/lib/mail.ts`.', ['path /home/me/holdfast/src/lib/mail.ts holds']],
  ['See `src/app/api/[id]/route.ts`.', ['path src/app/api/[id]/route.ts holds']],
  ['See `src/app/(admin)/page.tsx`.', ['path src/app/(admin)/page.tsx holds']],
  ['See `src/**/*.ts`.', ['path src/**/*.ts holds']],
  ['See `src/lib/{mail,post}.ts`.', ['path src/lib/{mail,post}.ts holds']],
  ['See `src/lib/mail.ts:12`.', ['path src/lib/mail.ts:12 holds']],
  ['See `src/lib/male.ts`.', ['path src/lib/male.ts unfounded']],
  ['See `scripts/check-versions.js`.', ['path scripts/check-versions.js drifted']],
  ['The output is in `dist/app.js`.', ['path dist/app.js unproven']],
  ['Create a file `src/lib/new.ts`.', ['path src/lib/new.ts unproven']],
  ['For example `src/lib/thing.ts`.', ['path src/lib/thing.ts unproven']],
  ['If you have `src/lib/thing.ts`, delete it.', ['path src/lib/thing.ts held-back']],
  ['We removed `src/lib/thing.ts`.', ['path src/lib/thing.ts held-back']],
  ['There is no `src/lib/thing.ts`.', ['path src/lib/thing.ts holds']],
  ['There is no `src/lib/mail.ts`.', ['path src/lib/mail.ts drifted']],
  ['~~`src/lib/thing.ts`~~', ['path src/lib/thing.ts held-back']],
  ['Routers such as `routers/teams/create.ts`.', ['path routers/teams/create.ts unproven']],
  ['Use `Node.js`, `and/or`, `text/html`, `@scope/pkg` and `https://a.b/c.ts`.', []],
  ['Set `FOO=bar` or `--flag` or `$HOME/x.ts`.', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files, kinds: ['path'] })).toEqual(expected);
});

test('a removed file is drift with its commit, and names where it went', () => {
  const removed = { 'lib/mail.ts': removal };
  expect(verdictsOn('See `lib/mail.ts`.', { files, removed, kinds: ['path'] })).toEqual([
    'path lib/mail.ts holds',
  ]);
  expect(
    verdictsOn('See `old/post.ts`.', {
      files,
      removed: { 'old/post.ts': removal },
      writtenOn: '2026-01-01',
      kinds: ['path'],
    }),
  ).toEqual(['path old/post.ts drifted']);
});

test('a guess is no drift where the file was gone before the line was written', () => {
  const verdicts = verdictsOn('See `old/post.ts`.', {
    files,
    removed: { 'old/post.ts': removal },
    writtenOn: '2026-09-01',
    kinds: ['path'],
  });
  expect(verdicts).toEqual(['path old/post.ts unproven']);
});

test('a path in prose or a plain block claims nothing but what the history refutes', () => {
  const markdown = 'It is in src/lib/mail.ts and src/lib/gone.ts.\n\n```\nsrc/lib/other.ts\n```\n';
  const removed = { 'src/lib/gone.ts': removal };
  expect(
    verdictsOn(markdown, { files, removed, writtenOn: '2026-01-01', kinds: ['path'] }),
  ).toEqual([
    'path src/lib/mail.ts holds',
    'path src/lib/gone.ts drifted',
    'path src/lib/other.ts unproven',
  ]);
});

test.for([
  ['---\nstatus: archived\n---\n'],
  ['**Status:** Proposed\n\n'],
  ['# Roadmap\n\n## Planned\n\n'],
] as const)('claims below %o are held back', ([head], { expect }) => {
  expect(verdictsOn(`${head}See \`src/lib/thing.ts\`.`, { files, kinds: ['path'] })).toEqual([
    'path src/lib/thing.ts held-back',
  ]);
});
