import { execFile } from 'node:child_process';
import { parentPort } from 'node:worker_threads';

// Plain JavaScript, so that the thread is there before its first question.
parentPort?.on('message', ({ args, limits, isDone, port }) => {
  const options = { ...limits, encoding: 'buffer' };
  const child = execFile('git', args, options, (error, output, words) => {
    port.postMessage({ output, error: error && (words.toString('utf8').trim() || error.message) });
    Atomics.store(isDone, 0, 1);
    Atomics.notify(isDone, 0);
  });
  child.stdin?.end();
});
