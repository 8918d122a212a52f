import { spawnSync } from 'node:child_process';

/** What git answered: its output, or its own words on why it could not. */
export type GitAnswer =
  | { readonly isOk: true; readonly output: Buffer }
  | { readonly isOk: false; readonly output: Buffer; readonly error: string };

/** Runs one git command in a folder and waits for it. */
export type Git = (args: readonly string[], input?: string) => GitAnswer;

/** Read-only git: takes no lock, starts no monitor, fetches nothing, quotes no path. */
const settings = [
  '--no-optional-locks',
  ...['core.quotePath=false', 'core.fsmonitor=false', 'protocol.allow=never'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/** Git in a folder. Every call is bounded in time and output. */
export function gitIn(root: string): Git {
  return (args, input) => {
    const result = spawnSync('git', ['-C', root, ...settings, ...args], {
      input: input ?? '',
      maxBuffer: 1024 * 1024 * 1024,
      timeout: 120_000,
    });
    const output = result.stdout ?? Buffer.alloc(0);
    if (result.status === 0) return { isOk: true, output };
    const error = result.error?.message ?? result.stderr?.toString('utf8').trim() ?? 'git failed';
    return { isOk: false, output, error };
  };
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
