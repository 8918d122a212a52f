import { expect, test } from 'vitest';
import type { Outcome } from '#live/check.ts';
import type { Lease } from '#live/lease.ts';
import { createMemoryHistory } from '#live/memory-history.ts';
import { createFakeClock } from './fake-clock.ts';
import { pass, runnerWith } from './runner-of-one.ts';

test('replicas share the run of a shared check', async () => {
  const clock = createFakeClock();
  const history = createMemoryHistory({ limit: 10 });
  let holder: string | undefined;
  const leaseOf = (replica: string): Lease => ({
    async acquire() {
      holder ??= replica;
      return holder === replica ? 'mine' : 'taken';
    },
    async release() {
      holder = undefined;
    },
  });
  const one = runnerWith({ scope: 'shared', clock, history, lease: leaseOf('one') });
  const two = runnerWith({ scope: 'shared', clock, history, lease: leaseOf('two') });
  const slow = Promise.withResolvers<Outcome>();
  one.read.mockReturnValueOnce(slow.promise);
  const asked = [one.ask(), two.ask()];
  await clock.advance(50);
  slow.resolve(pass);
  await clock.advance(100);
  expect(await Promise.all(asked)).toMatchObject([{ freshness: 'fresh' }, { freshness: 'fresh' }]);
  expect([one.read, two.read].map((read) => read.mock.calls.length)).toEqual([1, 0]);
});

test('a replica looks itself when the holder of the lease never comes back', async () => {
  const lease: Lease = { acquire: async () => 'taken', release: async () => undefined };
  const { ask, read, clock } = runnerWith({ scope: 'shared', lease });
  const asked = ask(5_000);
  await clock.advance(2_000);
  expect(await asked).toMatchObject({ freshness: 'fresh' });
  expect(read).toHaveBeenCalledOnce();
});

test('a replica looks itself when the database cannot say who holds the lease', async () => {
  const lease: Lease = { acquire: async () => 'unavailable', release: async () => undefined };
  const { ask, read } = runnerWith({ scope: 'shared', lease });
  expect(await ask()).toMatchObject({ freshness: 'fresh' });
  expect(read).toHaveBeenCalledOnce();
});
