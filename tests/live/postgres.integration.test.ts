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
