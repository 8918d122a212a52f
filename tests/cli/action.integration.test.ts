import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createCheckout } from '#support/checkout.ts';

const project = join(import.meta.dirname, '..', '..');
const Action = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  runs: z.object({
    steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() }).loose()),
  }),
});
const action = Action.parse(parse(readFileSync(join(project, 'action.yml'), 'utf8')));
const [script = ''] = action.runs.steps.flatMap(({ run }) => (run?.includes('CHECK') ? [run] : []));

function runAction(root: string, inputs: Readonly<Record<string, string>>) {
  const summary = join(root, '.git', 'summary.md');
  const defaults = { FORMAT: 'github', SINCE: '', BASELINE: '', OUTPUT: '' };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(project, 'node_modules/.bin')}:${process.env.PATH}`,
      ...defaults,
      ROOT: root,
      CHECK: join(project, 'src/cli/launch.js'),
      GITHUB_STEP_SUMMARY: summary,
      ...inputs,
    },
  });
  return { status, stdout, stderr, summary: readFileSync(summary, 'utf8') };
}

test('a drifted page is annotated, told in the summary, and fails the job', () => {
  using checkout = createCheckout({ 'README.md': '# Read\n\n[gone](gone.md)\n' });
  const { status, stdout, summary } = runAction(checkout.root, {});
  expect(status).toBe(1);
  expect(stdout).toContain('::error file=README.md,line=3,col=8,title=link-missing::');
  expect(summary).toContain('## 1 statement of the pages drifted');
});

test('a repository in order passes', () => {
  using checkout = createCheckout({ 'README.md': '# Read\n\n[here](README.md)\n' });
  expect(runAction(checkout.root, {}).status).toBe(0);
});

test('an input with shell syntax stays one word', () => {
  using checkout = createCheckout({ 'README.md': '# Read\n' });
  const { status, stderr } = runAction(checkout.root, { SINCE: '$(touch hacked);`id`' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('is not');
  expect(checkout.git('status', '--porcelain', '--untracked-files=all')).toBe('');
});

test('every action it uses is pinned to a commit', () => {
  for (const { uses } of action.runs.steps) {
    if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  }
});
