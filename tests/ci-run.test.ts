import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'holdfast ci '));

beforeAll(() => {
  mkdirSync(join(root, '.ci'));
  mkdirSync(join(root, 'bin'));
  copyFileSync('.ci/run', join(root, '.ci/run'));
  const npm = join(root, 'bin/npm');
  writeFileSync(
    npm,
    '#!/bin/sh\n[ "$1" = ci ] && exit "$CI_EXIT"\nprintf "$SAID"\nexit "$TEST_EXIT"\n',
  );
  chmodSync(npm, 0o755);
});

afterAll(() => rmSync(root, { recursive: true }));

type Npm = { readonly ci?: number; readonly said?: string; readonly exit?: number };

function runCi({ ci = 0, said = '', exit = 0 }: Npm) {
  const PATH = `${join(root, 'bin')}${delimiter}${process.env.PATH}`;
  const env = { PATH, CI_EXIT: String(ci), SAID: said, TEST_EXIT: String(exit) };
  const { status, stdout } = spawnSync(join(root, '.ci/run'), { env, encoding: 'utf8' });
  return { status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

test.for<[string, Npm, { status: number; lastLine: string }]>([
  [
    'a green run',
    { said: 'ok\n3 passed, 0 failed\n' },
    { status: 0, lastLine: '3 passed, 0 failed' },
  ],
  [
    'a red run with skipped tests',
    { said: '3 passed, 1 failed, 2 skipped\n', exit: 1 },
    { status: 1, lastLine: '3 passed, 1 failed, 2 skipped' },
  ],
  [
    'a red run after which npm goes on talking',
    { said: '3 passed, 1 failed\nnpm error code 1\n', exit: 1 },
    { status: 1, lastLine: '3 passed, 1 failed' },
  ],
  [
    'a run that crashes',
    { said: 'oops\n', exit: 3 },
    { status: 3, lastLine: '0 passed, 1 failed' },
  ],
  ['a run that says nothing', {}, { status: 1, lastLine: '0 passed, 1 failed' }],
  ['an install that fails', { ci: 4 }, { status: 1, lastLine: '0 passed, 1 failed' }],
])('%s ends with its count and its exit code', ([, npm, expected]) => {
  expect(runCi(npm)).toEqual(expected);
});
