import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresHistory } from '#live/postgres-history.ts';
import { createPostgresLease } from '#live/postgres-lease.ts';
import { createServiceClient } from '#supabase/clients.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { historyStoreContract } from './history-store-contract.ts';
import { entryOf, passed } from './readings.ts';

let backend: TestBackend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend?.stop());

const client = () => createServiceClient(backend.access, { timeoutMs: 2_000 });

historyStoreContract('Postgres', async () => {
  await client().from('check_readings').delete().neq('check_name', '');
  return createPostgresHistory(client());
});

test('a reading that the database refuses is an error for the journal to catch', async () => {
  const history = createPostgresHistory(client());
  await expect(history.append([entryOf(passed(), 'x'.repeat(101))])).rejects.toThrow('refused');
});

test('a reading older than 90 days goes when a newer one of its check is kept', async () => {
  const history = createPostgresHistory(client());
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const at = (days: number) => ({ ...passed(), at: daysAgo(days) });
  await history.append([entryOf(at(91), 'aged'), entryOf(at(91), 'other')]);
  await history.append([entryOf(at(89), 'aged')]);
  expect(await history.recent('aged', 5)).toHaveLength(1);
  await history.append([entryOf(at(0), 'other')]);
  expect(await history.recent('other', 5)).toHaveLength(1);
});

test('one replica holds a lease until it lets go', async () => {
  const [one, two] = ['one', 'two'].map((holder) => createPostgresLease(client(), holder));
  expect(await one?.acquire('errors', 60_000)).toBe('mine');
  expect(await two?.acquire('errors', 60_000)).toBe('taken');
  await one?.release('errors');
  expect(await two?.acquire('errors', 60_000)).toBe('mine');
});

test('of many replicas that ask at once one gets the lease', async () => {
  const replicas = Array.from({ length: 10 }, (_, at) => createPostgresLease(client(), `r${at}`));
  const answers = await Promise.all(replicas.map((lease) => lease.acquire('crowd', 60_000)));
  expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1);
});

test('a lease that ran out is free again', async () => {
  expect(await createPostgresLease(client(), 'one').acquire('short', 1)).toBe('mine');
  const two = createPostgresLease(client(), 'two');
  await expect.poll(() => two.acquire('short', 60_000)).toBe('mine');
});

test('without its database a lease is unavailable', async () => {
  const access = { ...backend.access, url: 'http://127.0.0.1:9' };
  const lease = createPostgresLease(createServiceClient(access), 'one');
  expect(await lease.acquire('errors', 60_000)).toBe('unavailable');
});
