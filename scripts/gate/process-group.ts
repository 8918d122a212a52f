import { type ChildProcess, spawn } from 'node:child_process';
import type { Ending } from './outcome.ts';

type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly limitMs: number;
};

const graceMs = 10_000;
const drainMs = 2_000;
const running = new Set<ChildProcess>();

/** Runs a command in a process group of its own, which is gone when this resolves. Never rejects. */
export function runGroup({ file, args, cwd, env, limitMs }: Command): Promise<Ending> {
  const startedAt = performance.now();
  const child = spawn(file, args, {
    cwd,
    detached: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  const heard = listen(child);
  const limit = limitTime(child, limitMs);
  return new Promise((resolve) => {
    const finish = (exitCode: number | null) => {
      clearTimeout(limit.timer);
      running.delete(child);
      const durationMs = performance.now() - startedAt;
      const { report, output } = heard;
      resolve({ exitCode, durationMs, timedOut: limit.passed, report, output: output.join('') });
    };
    child.on('error', () => finish(null));
    child.on('close', finish);
    child.on('exit', (exitCode) => {
      signalGroup(child, 'SIGKILL');
      // A process that left the group may hold the pipes open for ever.
      setTimeout(finish, drainMs, exitCode).unref();
    });
  });
}

/** Signals every group that is still running. */
export function signalGroups(signal: NodeJS.Signals): void {
  for (const child of running) signalGroup(child, signal);
}

function listen(child: ChildProcess): { readonly output: string[]; report?: unknown } {
  const heard: { output: string[]; report?: unknown } = { output: [] };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => heard.output.push(String(text)));
  }
  child.on('error', (error) => heard.output.push(`${error.message}\n`));
  child.on('message', (message) => {
    heard.report = message;
  });
  return heard;
}

function limitTime(child: ChildProcess, limitMs: number) {
  const limit = { passed: false, timer: setTimeout(stop, limitMs) };
  function stop(): void {
    limit.passed = true;
    signalGroup(child, 'SIGTERM');
    limit.timer = setTimeout(signalGroup, graceMs, child, 'SIGKILL');
  }
  return limit;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what was asked.
  }
}
