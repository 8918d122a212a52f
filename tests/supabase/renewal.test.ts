import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRenewal } from '#supabase/embedded/renewal.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function renewalWith(outcomes: readonly (() => Promise<void>)[]) {
  const renew = vi.fn<() => Promise<void>>();
  for (const outcome of outcomes) renew.mockImplementationOnce(outcome);
  const postgres = { running: false, isRunning: () => postgres.running };
  return { renew, postgres, renewal: createRenewal({ renew }, postgres) };
}

const works = async () => undefined;
const fails = async () => {
  throw new Error('not yet');
};

test('new connections wait until Postgres runs', async () => {
  const { renew, postgres, renewal } = renewalWith([works]);
  renewal.ask();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(renew).not.toHaveBeenCalled();
  postgres.running = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(renew).toHaveBeenCalledTimes(1);
});

test('an attempt that fails is made again, and one that works is the last', async () => {
  const { renew, postgres, renewal } = renewalWith([fails, fails, works]);
  postgres.running = true;
  renewal.ask();
  renewal.ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(renew).toHaveBeenCalledTimes(3);
});

test('nothing is attempted after the end', async () => {
  const { renew, postgres, renewal } = renewalWith([works]);
  renewal.ask();
  renewal.end();
  postgres.running = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(renew).not.toHaveBeenCalled();
});
