import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '#cli/run.ts';

/** A git repository in a temporary folder. */
export type Checkout = {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  readonly move: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly git: (...words: readonly string[]) => string;
  /** Commits everything; returns the commit. */
  readonly commit: (message?: string) => string;
  readonly [Symbol.dispose]: () => void;
};

/** What one call of the command line did. */
export type Called = { readonly code: number; readonly out: string; readonly notes: string };

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.test'];

/** Makes a repository with one commit; `using` removes it again. */
export function createCheckout(files: Readonly<Record<string, string | Buffer>>): Checkout {
  const checkout = checkoutIn(mkdtempSync(join(tmpdir(), 'holdfast checkout-')));
  checkout.git('init', '--quiet', '--initial-branch', 'main');
  checkout.write(files);
  checkout.commit('Begin');
  return checkout;
}

/** Clones a repository with its history; `using` removes the clone again. */
export function cloneCheckout(origin: string): Checkout {
  const checkout = checkoutIn(mkdtempSync(join(tmpdir(), 'holdfast clone-')));
  checkout.git('clone', '--quiet', '--no-hardlinks', origin, '.');
  return checkout;
}

function checkoutIn(root: string): Checkout {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', root, ...identity, ...words], { encoding: 'utf8', stdio: 'pipe' });
  return {
    root,
    git,
    write: (written) => writeAll(root, written),
    move: (from, to) => {
      mkdirSync(dirname(join(root, to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    commit: (message = 'Change') => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Calls the command line in this process, in the folder of a checkout. */
export async function holdfast(root: string, ...words: readonly string[]): Promise<Called> {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(words, {
    folder: root,
    now: () => new Date('2026-11-20T12:00:00Z'),
    out: { write: (text) => out.push(text) },
    notes: { write: (text) => notes.push(text) },
  });
  return { code, out: out.join(''), notes: notes.join('') };
}

function writeAll(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
