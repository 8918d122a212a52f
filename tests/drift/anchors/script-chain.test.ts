import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const scripts = {
  sound:
    'npm run lint && node scripts/check.mjs && run-s lint "build:*" && cd app && npm run serve',
  lint: 'biome check .',
  broken: 'npm run lint && npm run gone',
  deep: 'npm run broken',
  runner: 'run-p lint gone',
  concurrent: 'concurrently "npm:lint" "npm:gone"',
  quoted: 'concurrently -n a,b "npm run lint" "npm run gone"',
  file: 'node scripts/gone.mjs',
  folder: 'npm --prefix app run gone',
  optional: 'npm run gone --if-present',
  either: 'npm run gone || true',
  pattern: 'run-p "gone:*"',
  every: 'npm run gone --workspaces',
  program: 'yarn run gone',
  turbo: 'turbo run gone',
  built: 'tsc && node scripts/gone.mjs',
  output: 'node dist/gone.mjs',
  beside: 'node scripts/check.js',
  circle: 'npm run circle',
  before: 'node scripts/gone.mjs',
  prebefore: 'node scripts/check.mjs',
};
const files = {
  'package.json': JSON.stringify({ name: 'site', scripts }),
  'app/package.json': '{"scripts":{"serve":"x"}}',
  'scripts/check.mjs': '',
  'dist/index.mjs': '',
};

test.for([
  ['sound', 'holds'],
  ['broken', 'drifted'],
  ['deep', 'drifted'],
  ['runner', 'drifted'],
  ['concurrent', 'drifted'],
  ['quoted', 'drifted'],
  ['file', 'drifted'],
  ['folder', 'drifted'],
  ['optional', 'holds'],
  ['either', 'holds'],
  ['pattern', 'holds'],
  ['every', 'holds'],
  ['program', 'holds'],
  ['turbo', 'holds'],
  ['built', 'holds'],
  ['output', 'holds'],
  ['beside', 'holds'],
  ['circle', 'holds'],
  ['before', 'holds'],
] as const)('npm run %s, by what it calls: %s', ([name, verdict], { expect }) => {
  const verdicts = verdictsOn(`Run \`npm run ${name}\`.`, { files, kinds: ['script'] });
  expect(verdicts).toEqual([`script npm run ${name} ${verdict}`]);
});
