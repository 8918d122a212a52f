import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/a.ts': '' };
const removed = { 'src/lib/gone.ts': {} };

test.for([
  ['# Loading components [Deprecated]', 'held-back'],
  ['# Svelte 5 migration plan', 'held-back'],
  ['## Rollout plan (small pull requests)', 'held-back'],
  ['# Recovery plan', 'drifted'],
] as const)('below "%s" a missing path is %s', ([heading, verdict], { expect }) => {
  expect(verdictsOn(`${heading}\n\nSee \`src/lib/gone.ts\`.`, { files, removed })).toEqual([
    `path src/lib/gone.ts ${verdict}`,
  ]);
});
