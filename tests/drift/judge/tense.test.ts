import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/a.ts': '' };
const removed = { 'src/lib/gone.ts': {} };

test.for([
  ['# Loading components [Deprecated]', 'held-back'],
  ['# Svelte 5 migration plan', 'held-back'],
  ['## Rollout plan (small pull requests)', 'held-back'],
  ['### PRs #128 and #130: price feed', 'held-back'],
  ['### Pull requests', 'drifted'],
  ['# Recovery plan', 'drifted'],
  ['# Before you start', 'drifted'],
  ['# Before', 'held-back'],
  ['## Deleted / retired files', 'held-back'],
  ['## Prior documentation (before May)', 'held-back'],
  ['## Next (deliberately not built yet)', 'held-back'],
  ['## New guests', 'drifted'],
] as const)('below "%s" a missing path is %s', ([heading, verdict], { expect }) => {
  expect(verdictsOn(`${heading}\n\nSee \`src/lib/gone.ts\`.`, { files, removed })).toEqual([
    `path src/lib/gone.ts ${verdict}`,
  ]);
});

test.for([
  ['`src/lib/gone.ts` applies the rules, removing stale entries.', 'drifted'],
  ['Use `src/lib/gone.ts` to delete old builds.', 'drifted'],
  ['`src/lib/gone.ts` is being removed.', 'held-back'],
  ['It fails because that folder has no `src/lib/gone.ts` to read.', 'held-back'],
  ['In `src/lib/gone.ts`, set the list by replacing `ME` with you.', 'drifted'],
  ['If it works out, extract it to `src/lib/new.ts` and begin replacing the rest.', 'held-back'],
  ['We extract it to `src/lib/new.ts`.', 'unproven'],
  ['`src/lib/gone.ts`: remove it.', 'held-back'],
  ['Make a copy of `src/lib/gone.ts` and edit it.', 'drifted'],
  ['It writes a copy into `src/lib/out.ts`.', 'unproven'],
] as const)('"%s" is %s', ([sentence, verdict], { expect }) => {
  const [claim] = verdictsOn(sentence, { files, removed });
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});

test.for([
  ['## Upgrading the framework', 'unfounded'],
  ['## Upgrading to 2.0', 'held-back'],
  ['## Old', 'held-back'],
] as const)('below "%s" a command without its file is %s', ([heading, verdict], { expect }) => {
  const markdown = `${heading}\n\n\`\`\`sh\nnode src/lib/gone.js\n\`\`\`\n`;
  expect(verdictsOn(markdown, { files })).toEqual([`command node src/lib/gone.js ${verdict}`]);
});

test.for([
  ['Make the following changes in your app:', 'unproven'],
  ['Make the following changes in the app:', 'unfounded'],
] as const)('"%s" leaves a path of the list %s', ([intro, verdict], { expect }) => {
  const verdicts = verdictsOn(`${intro}\n\n1. open \`src/lib/index.html\``, { files });
  expect(verdicts).toEqual([`path src/lib/index.html ${verdict}`]);
});

const writtenOn = '2026-01-01';

test.for([
  ['We renamed `a` to `src/lib/gone.ts`.', 'drifted'],
  ['We renamed `src/lib/gone.ts` to `a`.', 'held-back'],
  ['We removed `a` and `src/lib/gone.ts`.', 'held-back'],
  ['The old builds are deleted, see `src/lib/gone.ts`.', 'drifted'],
  ['`src/lib/gone.ts` → `src/lib/a.ts`', 'drifted'],
  ['Of versions older than 3, see `src/lib/gone.ts`.', 'held-back'],
  ['The old builds go away eventually, see `src/lib/gone.ts`.', 'held-back'],
  ['## History\n\nSee `src/lib/gone.ts`.', 'drifted'],
  ['## Deprecated\n\nSee `src/lib/gone.ts`.', 'held-back'],
  ['It was migrated once, so do this:\n\n- see `src/lib/gone.ts`', 'drifted'],
  ['See here what we removed:\n\n- `src/lib/gone.ts`', 'held-back'],
  ['- `src/lib/gone.ts` (optional) - Deprecated. Ignored.', 'held-back'],
  ['- `src/lib/gone.ts` handles, as before, what is deprecated.', 'drifted'],
] as const)('what went later than the day of "%s" is %s', ([markdown, verdict], { expect }) => {
  const on = (date: string) =>
    verdictsOn(markdown, { files, removed: { 'src/lib/gone.ts': { date } }, writtenOn })[0];
  expect(on('2026-05-01')).toBe(`path src/lib/gone.ts ${verdict}`);
  expect(on(writtenOn)).toBe('path src/lib/gone.ts held-back');
});

test.for([
  ['Use `src/lib/gone.ts` instead of `a`.', 'drifted'],
  ['Use `a` instead of `src/lib/gone.ts`.', 'held-back'],
  ['`src/lib/gone.ts` is used to make the builds.', 'drifted'],
  ['`src/lib/gone.ts` used to make the builds.', 'held-back'],
  ['Prior to your first build, see `src/lib/gone.ts`.', 'drifted'],
  ['Prior to 3.0, see `src/lib/gone.ts`.', 'held-back'],
] as const)(
  'words that only look like a removal excuse nothing: "%s" is %s',
  ([sentence, verdict], { expect }) => {
    expect(verdictsOn(sentence, { files, removed })[0]).toBe(`path src/lib/gone.ts ${verdict}`);
  },
);

test.for([
  ['Use `src/lib/a.ts` rather than `src/lib/gone.ts`.', 'held-back'],
  ['It is in `src/lib/gone.ts` rather than here.', 'drifted'],
] as const)('%s: the path is %s', ([markdown, verdict], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, removed, kinds: ['path'] });
  expect(verdicts.at(-1)).toBe(`path src/lib/gone.ts ${verdict}`);
});
