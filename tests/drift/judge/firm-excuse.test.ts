import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/a.ts': '', 'src/views/b.ts': '' };
const removed = { 'src/lib/gone.ts': {} };

test.for([
  ['Create a new file in `src/lib/gone.ts`:', 'unproven'],
  ['Save it to a file. (`src/lib/gone.ts` in this example)', 'unproven'],
  ['Script: `src/lib/gone.ts` (not committed: make it as needed).', 'unproven'],
  ['Script: `src/lib/gone.ts` (committed by hand).', 'drifted'],
  ['The `src/lib/gone.ts` file is git ignored, so that nobody overrides it.', 'unproven'],
  ['The file `src/lib/gone.ts` is not ignored.', 'drifted'],
  ["There isn't a `src/lib/gone.ts` file.", 'holds'],
  ["Update `src/lib/gone.ts` (in the library's repo).", 'unproven'],
  ['It stands alone (no separate `src/lib/gone.ts` is needed).', 'held-back'],
  ['Not allowed: a `src/lib/gone.ts` beside it.', 'held-back'],
  ['Merging is not allowed before `src/lib/gone.ts` is read.', 'drifted'],
  ['For example (names are not exact):\n\n- `src/lib/gone.ts`', 'unproven'],
  ['Two parts must be added to `src/lib/gone.ts` and do not exist yet.', 'drifted'],
  ['`src/lib/gone.ts` does not exist in this repository.', 'holds'],
  ['The message "`src/lib/gone.ts` does not exist in the current folder" means it.', 'drifted'],
  ['It picks `src/lib/gone.ts` — a file that does not exist.', 'holds'],
  ['From the `docs` repo:\n\n1. Open `src/lib/gone.ts`.', 'unproven'],
  ['In the clone of the `docs` repository, open `src/lib/gone.ts`.', 'unproven'],
  ['In the clone of the `site` repository, open `src/lib/gone.ts`.', 'drifted'],
  ['In the clone of the target repository, open `src/lib/gone.ts`.', 'drifted'],
  ['In the clone of the local repository, open `src/lib/gone.ts`.', 'drifted'],
  ['The rules stand in all repositories in `src/lib/gone.ts`.', 'unproven'],
  ['Look into the file in `src/lib/gone.ts`:', 'drifted'],
  ['Source: the `feat/views` branch under `src/lib/gone.ts`.', 'unproven'],
  ['`src/lib/gone.ts` has the view. (This fixture was removed in the third part.)', 'unproven'],
  ['`src/lib/gone.ts` has the view. (This fixture was written by hand.)', 'drifted'],
] as const)('%s: %s', ([markdown, verdict], { expect }) => {
  const contents = { files, removed, name: 'acme/site', kinds: ['path'] };
  expect(verdictsOn(markdown, contents)).toEqual([`path src/lib/gone.ts ${verdict}`]);
});

test('a new file in a folder needs the folder', ({ expect }) => {
  const verdicts = verdictsOn('Create a new file in `src/gone/`.', {
    files,
  });
  expect(verdicts).toEqual(['path src/gone/ unfounded']);
});

test.for([
  ['# in the acme-operator repo on your branch', 'unproven'],
  ['# in this repo on your branch', 'drifted'],
  ['# Before: many commands', 'unproven'],
  ['# Before: many commands\n# After: one', 'drifted'],
] as const)('below the comment "%s" a target is %s', ([comment, verdict], { expect }) => {
  const markdown = `\`\`\`sh\n${comment}\nmake image\n\`\`\``;
  expect(verdictsOn(markdown, { files: { ...files, Makefile: 'build:\n' } })).toEqual([
    `command make image ${verdict}`,
  ]);
});
