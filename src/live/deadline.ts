import type { Clock } from './clock.ts';

export type Ended<Value> =
  | { ended: 'answered'; value: Value }
  | { ended: 'crashed'; error: unknown }
  | { ended: 'late' };

/** Runs work for at most a time. Late work is aborted through its signal and no longer waited for. */
export function withDeadline<Value>(
  { clock, timeoutMs }: { clock: Clock; timeoutMs: number },
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Ended<Value>> {
  const abort = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<Ended<Value>>();
  const callOff = clock.after(timeoutMs, () => {
    resolve({ ended: 'late' });
    abort.abort();
  });
  return Promise.race([outcome(() => work(abort.signal)), late]).finally(callOff);
}

async function outcome<Value>(work: () => Promise<Value>): Promise<Ended<Value>> {
  try {
    return { ended: 'answered', value: await work() };
  } catch (error) {
    return { ended: 'crashed', error };
  }
}
