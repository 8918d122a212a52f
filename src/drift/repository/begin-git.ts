import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { GitAnswer } from './git.ts';
import { lazy } from './lazy.ts';

/** A command that git works on beside this thread. */
export type Begun = {
  readonly isDone: () => boolean;
  /** Waits where git is not done yet. */
  readonly answer: () => GitAnswer;
};

type Limits = { readonly maxBuffer: number; readonly timeout: number };

/** The one thread that waits for git; it keeps no process alive. */
const thread = lazy(() => {
  const worker = new Worker(new URL('./git-thread.js', import.meta.url), { execArgv: [] });
  worker.unref();
  return worker;
});

/** Begins a git command whose answer is wanted later. */
export function beginGit(args: readonly string[], limits: Limits): Begun {
  const isDone = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1: here, port2: port } = new MessageChannel();
  thread().postMessage({ args, limits, isDone, port }, [port]);
  return {
    isDone: () => Atomics.load(isDone, 0) === 1,
    answer: lazy(() => {
      Atomics.wait(isDone, 0, 0, limits.timeout);
      const answer = answerFrom(receiveMessageOnPort(here)?.message);
      here.close();
      return answer;
    }),
  };
}

function answerFrom(
  message: { readonly output: Uint8Array; readonly error: string | null } | undefined,
): GitAnswer {
  if (!message)
    return { isOk: false, output: Buffer.alloc(0), error: 'git did not answer in time' };
  const { buffer, byteOffset, byteLength } = message.output;
  const output = Buffer.from(buffer, byteOffset, byteLength);
  return message.error === null
    ? { isOk: true, output }
    : { isOk: false, output, error: message.error };
}
