import { createClient } from '@supabase/supabase-js';
import { vi } from 'vitest';
import { type Check, defineCheck, type Outcome } from '#live/check.ts';
import type { HistoryStore } from '#live/history.ts';
import { type Lease, soleLease } from '#live/lease.ts';
import { createMemoryHistory } from '#live/memory-history.ts';
import { createRunner } from '#live/runner.ts';
import { createFakeClock } from './fake-clock.ts';

export const pass: Outcome = { status: 'pass', value: null, unit: null, summary: 'Answers' };

type Given = {
  scope?: Check['scope'];
  history?: HistoryStore;
  lease?: Lease;
  clock?: ReturnType<typeof createFakeClock>;
};

/** A runner of one check whose answers the test gives. */
export function runnerWith({ scope = 'replica', history, lease = soleLease, clock }: Given = {}) {
  const time = clock ?? createFakeClock();
  const read = vi.fn<() => Promise<Outcome>>(async () => pass);
  const database = defineCheck({
    title: 'Database',
    timeoutMs: 1_500,
    freshForMs: 1_000,
    scope,
    read,
  });
  const kept = history ?? createMemoryHistory({ limit: 100 });
  const runner = createRunner({
    checks: { database },
    clock: time,
    history: kept,
    lease,
    replica: 'one',
    report: vi.fn(),
    sources: () => ({
      supabase: createClient('http://source.test', 'key'),
      get: () => Promise.reject(new Error('unused')),
      now: time.now,
    }),
  });
  const ask = async (patienceMs = 2_000) => {
    const [delivery] = await runner.askAll(['database'], patienceMs);
    return delivery?.delivered;
  };
  return { ask, read, clock: time, history: kept, runner };
}
