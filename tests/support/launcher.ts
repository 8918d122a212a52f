import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { waitUntil } from '#supabase/embedded/processes.ts';

export type Launcher = {
  process: ChildProcess;
  /** Everything it has said so far. */
  output(): string;
  /** Resolves to the exit code, or `ready` once it has announced itself. */
  settled(): Promise<number | 'ready' | null>;
  /** Sends a signal and resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** `npm start` without npm. */
export function startLauncher(env: Readonly<Record<string, string>>): Launcher {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, SUPABASE_URL: '', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const exited = once(child, 'close').then(([code]) => code);
  return {
    process: child,
    output: () => output,
    async settled() {
      const isReady = () => output.includes('is ready at') || child.exitCode !== null;
      await waitUntil(isReady, { withinMs: 110_000, everyMs: 50 });
      return output.includes('is ready at') ? 'ready' : exited;
    },
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
