import { spawnSync } from 'node:child_process';
import { type Begun, beginGit } from './begin-git.ts';

/** What git answered: its output, or its own words on why it could not. */
export type GitAnswer =
  | { readonly isOk: true; readonly output: Buffer }
  | { readonly isOk: false; readonly output: Buffer; readonly error: string };

/** Runs git commands in a folder. */
export type Git = {
  /** Runs one command and waits for it. */
  (args: readonly string[], input?: string): GitAnswer;
  /** Begins a command whose answer is wanted later. */
  readonly begin: (args: readonly string[]) => Begun;
};

/** Read-only git: takes no lock, starts no monitor, fetches nothing, quotes no path. */
const settings = [
  '--no-optional-locks',
  ...['core.quotePath=false', 'core.fsmonitor=false', 'protocol.allow=never'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

const limits = { maxBuffer: 1024 * 1024 * 1024, timeout: 120_000 };

/** Git in a folder. Every call is bounded in time and output. */
export function gitIn(root: string): Git {
  const wordsOf = (args: readonly string[]) => ['-C', root, ...settings, ...args];
  const run = (args: readonly string[], input = ''): GitAnswer => {
    const result = spawnSync('git', wordsOf(args), { input, ...limits });
    const output = result.stdout ?? Buffer.alloc(0);
    if (result.status === 0) return { isOk: true, output };
    const error = result.error?.message ?? result.stderr?.toString('utf8').trim() ?? 'git failed';
    return { isOk: false, output, error };
  };
  return Object.assign(run, {
    begin: (args: readonly string[]) => beginGit(wordsOf(args), limits),
  });
}

/** The NUL-separated records of an output made with `-z`. */
export function records(output: Buffer): readonly string[] {
  const parts = output.toString('utf8').split('\0');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

/** Whether a clone lacks the beginning of its history. */
export function isShallow(git: Git): boolean {
  return git(['rev-parse', '--is-shallow-repository']).output.toString('utf8').trim() !== 'false';
}
