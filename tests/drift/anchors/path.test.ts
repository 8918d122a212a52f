import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'package.json': '{}',
  '.gitignore': 'dist/\n.env\n',
  'src/app/api/[id]/route.ts': '',
  'src/app/(admin)/page.tsx': '',
  'src/lib/mail.ts': '\n'.repeat(20),
  'src/lib/checkVersions.js': '',
  'src/lib/enums.ts': '',
  'template/_prettier.config.js': '',
  'packages/ui/src/index.ts': '',
  'docs/guide/intro.md': '',
  'packages/ui/src/button.tsx': '',
  'docs/Übersicht.md': '',
  'docs/gone.md': '',
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
  ['It has a `./prettier.config.js`.', ['path ./prettier.config.js unproven']],
  ['Import it from `src/lib/enums`.', ['path src/lib/enums holds']],
  ['It is `src/lib.Mailer`.', []],
  ['An `src/lib/new.ts` file, with the following content:', ['path src/lib/new.ts unproven']],
  ['`src/lib/new.ts` (NEW)', ['path src/lib/new.ts unproven']],
  ['See `docs/a.md` (in the other-thing repo).', ['path docs/a.md unproven']],
  ['- [x] Write `src/lib/gone.ts`', ['path src/lib/gone.ts held-back']],
  ['- [ ] Write `src/lib/gone.ts`', ['path src/lib/gone.ts unproven']],
  ['Read `src/lib/ComponentName/`.', ['path src/lib/ComponentName/ unproven']],
  ['It supersedes the former `src/lib/gone.ts`.', ['path src/lib/gone.ts held-back']],
  [
    '| `src/lib/a.ts` | TBD |\n|---|---|\n| `src/lib/gone.ts` | ⬜ TBD |',
    ['path src/lib/a.ts held-back', 'path src/lib/gone.ts held-back'],
  ],
  ['Generate it with `src/lib/male.ts`.', ['path src/lib/male.ts unfounded']],
  ['The output is in `dist/app.js`.', ['path dist/app.js unproven']],
  ['Create a file `src/lib/new.ts`.', ['path src/lib/new.ts unproven']],
  ['For example `src/lib/thing.ts`.', ['path src/lib/thing.ts unproven']],
  ['If you have `src/lib/thing.ts`, delete it.', ['path src/lib/thing.ts held-back']],
  ['Name it `fix/lib` or `docs/change`.', []],
  ['```sh\n./a.sh > src/lib/gone.ts\ncurl -o src/lib/gone.ts a\n```', []],
  ['See docs/Übersicht.md for more.', ['path docs/Übersicht.md holds']],
  ['请看docs/Übersicht.md文件。', ['path docs/Übersicht.md holds']],
  ['See [Gone](docs/gone.md) and `src/lib/male.ts`.', ['path src/lib/male.ts unfounded']],
  ['`src/lib/male.ts` was once [gone](docs/gone.md).', ['path src/lib/male.ts held-back']],
  ['See [what is gone](docs/gone.md): `src/lib/male.ts`.', ['path src/lib/male.ts held-back']],
  ['We removed `src/lib/thing.ts`.', ['path src/lib/thing.ts held-back']],
  ['There is no `src/lib/thing.ts`.', ['path src/lib/thing.ts holds']],
  ['There is no `src/lib/mail.ts`.', ['path src/lib/mail.ts drifted']],
  ['~~`src/lib/thing.ts`~~', ['path src/lib/thing.ts held-back']],
  ['Routers such as `routers/teams/create.ts`.', ['path routers/teams/create.ts unproven']],
  ['It reads `/src/start.sh`.', ['path /src/start.sh unproven']],
  ['It reads `/src/lib/start.sh`.', ['path /src/lib/start.sh unfounded']],
  ['You can override it in `src/lib/own.ts`.', ['path src/lib/own.ts unproven']],
  ['Set it in your `src/lib/own.ts`.', ['path src/lib/own.ts unproven']],
  ['It has a `src/lib/own.ts` target path.', ['path src/lib/own.ts unproven']],
  [
    'See [mail](https://github.com/a/b/tree/main/lib/own.ts): `src/lib/own.ts`.',
    ['path src/lib/own.ts unproven'],
  ],
  ['In the `acme/mail` repository, see `src/lib/own.ts`.', ['path src/lib/own.ts unproven']],
  ['See `src/lib/x.x.x.md`.', ['path src/lib/x.x.x.md unproven']],
  ['Send a POST request to `src/app/alerts`.', []],
  ['See `src/lib/mail.ts#gone`.', []],
  ['See `acme/site/package.json`.', ['path acme/site/package.json unproven']],
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

test.for([
  ['Create a folder called `src/old` at the top.', 'README.md', 'unproven'],
  ['Add a line to `src/old`.', 'README.md', 'drifted'],
  ['It reads `.acme/old`.', 'docs/use.md', 'unproven'],
  ['It reads `.acme/old`.', 'README.md', 'drifted'],
] as const)('%s on %s is %s where it was removed', ([markdown, page, verdict], { expect }) => {
  const tracked = { ...files, '.acme/new.json': '' };
  const removed = { 'src/old': removal, '.acme/old': removal };
  const verdicts = verdictsOn(markdown, {
    files: tracked,
    removed,
    page,
    writtenOn: '2026-01-01',
    kinds: ['path'],
  });
  expect(verdicts.map((text) => text.split(' ').at(-1))).toEqual([verdict]);
});

test.for([
  ['.env.example', ['path .env.example drifted']],
  ['.test.ts', []],
] as const)('a name like a suffix, %s, is a path where history has it', ([name, expected]) => {
  const history = { removed: { '.env.example': removal }, writtenOn: '2026-01-01' };
  expect(verdictsOn(`Read \`${name}\`.`, { files, ...history, kinds: ['path'] })).toEqual(expected);
});

test('a folder that never was is no drift but on a page about working here', () => {
  const on = (page: string) => verdictsOn('See `src/mail/`.', { files, page, kinds: ['path'] });
  expect(on('docs/split.md')).toEqual(['path src/mail/ unproven']);
  expect(on('CONTRIBUTING.md')).toEqual(['path src/mail/ unfounded']);
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
  ['> **SUPERSEDED / HISTORICAL**: see the other page.\n\n'],
  ['# Roadmap\n\n## Planned\n\n'],
] as const)('claims below %o are held back', ([head], { expect }) => {
  expect(verdictsOn(`${head}See \`src/lib/thing.ts\`.`, { files, kinds: ['path'] })).toEqual([
    'path src/lib/thing.ts held-back',
  ]);
});

test.for([
  ['docs/cache-analysis.md'],
  ['docs/speed-audit-2026-04.md'],
  ['docs/pnpm-migration.md'],
  ['docs/investigations/cache.md'],
  ['blog-content/cache.md'],
  ['architecture-decision-record/0007-mail.md'],
  ['release notes/mail.md'],
  ['docs/v1.12.md'],
  ['docs/1.8-2.0.md'],
  ['docs/inventaire_septembre_2023.md'],
  ['docs/upgrading/to-two.md'],
] as const)('%s is held back by its name', ([page], { expect }) => {
  expect(verdictsOn('See `src/lib/thing.ts`.', { files, page, kinds: ['path'] })).toEqual([
    'path src/lib/thing.ts held-back',
  ]);
});
