import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findLoosePins, findWorkflowRisks, readWorkflow } from '#support/workflow-rules.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const paths = globSync('.github/workflows/*.{yml,yaml}').sort();

test('there are workflows to look at', () => {
  expect(paths.length).toBeGreaterThanOrEqual(3);
});

test.for(paths)('%s runs pinned actions with few rights and a time limit', (path) => {
  expect(findWorkflowRisks(read(path))).toEqual([]);
});

test('the action for other repositories runs pinned actions', () => {
  expect(findLoosePins(read('action.yml'))).toEqual([]);
});

test('the type check installs, checks types, blocks casts and builds, in this order', () => {
  const { jobs } = readWorkflow(read('.github/workflows/typecheck.yml'));
  const steps = jobs.typecheck?.steps ?? [];
  expect(steps.flatMap(({ run = [] }) => run)).toEqual([
    'npm ci',
    'npm run type-check',
    'npm run db:check-any',
    'npm run build',
  ]);
  expect(steps.at(-1)?.env).toEqual({ SKIP_ENV_VALIDATION: 'true' });
});

test.for(['ci.yml', 'docs.yml'])(
  '%s checks out the whole history, which the check reads',
  (name) => {
    const { jobs } = readWorkflow(read(`.github/workflows/${name}`));
    const checkouts = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(checkouts.map(({ with: inputs }) => inputs?.['fetch-depth'])).toEqual([0]);
  },
);

const safe = `on: { push: {} }
permissions: { contents: read }
concurrency: one
jobs:
  test:
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - run: npm ci
`;

test('a careful workflow has no risk', () => {
  expect(findWorkflowRisks(safe)).toEqual([]);
});

test.for<[risk: string, from: string, to: string]>([
  ['a tag instead of a commit', '@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', '@v7'],
  ['a commit that names no version', ' # v7.0.1', ''],
  ['a short commit', '3d3c42e5aac5ba805825da76410c181273ba90b1', '3d3c42e'],
  ['a trigger that lends our secrets', 'push: {}', 'pull_request_target: {}'],
  ['write access', 'contents: read', 'contents: write'],
  ['no permissions', 'permissions: { contents: read }\n', ''],
  ['no concurrency group', 'concurrency: one\n', ''],
  ['no time limit', '    timeout-minutes: 5\n', ''],
  ['a token left on disk', '        with: { persist-credentials: false }\n', ''],
  ['an expression in a script', 'npm ci', 'echo ${{ github.head_ref }}'],
  [
    'a job that may write',
    'timeout-minutes: 5',
    'timeout-minutes: 5\n    permissions: { packages: write }',
  ],
])('%s is a risk', ([, from, to]) => {
  expect(safe).toContain(from);
  expect(findWorkflowRisks(safe.replace(from, to))).toHaveLength(1);
});
