import { arch, platform } from 'node:os';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createServiceClient } from '#supabase/clients.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { type PostgRest, startPostgRest } from '#support/postgrest.ts';
import { clientOf, clientWithoutUser } from '#support/sign-in.ts';
import { calls } from './rest-calls.ts';

type Difference = { because: string; lite: object; original: object };

const noRow: Difference = {
  because: 'PostgREST 12 words the error so; lite follows the newer versions.',
  lite: {
    error: { code: 'PGRST116', message: 'Cannot coerce the result to a single JSON object' },
  },
  original: {
    error: { code: 'PGRST116', message: 'JSON object requested, multiple (or no) rows returned' },
  },
};

/** Everything that lite answers otherwise than PostgREST 12: by call and who asks. */
const differences: Readonly<Record<string, Difference>> = {
  'a tenant that is not there, as one row, by owner': noRow,
  'a tenant that is not there, as one row, by system admin': noRow,
  'a tenant that is not there, as one row, by service': noRow,
  'search_audit_logs() with a malformed time, by anon': {
    because: 'lite binds the parameters before Postgres looks at the privilege; both refuse.',
    lite: { status: 400, error: { code: '22007' } },
    original: { status: 401, error: { code: '42501' } },
  },
  'adding a reading with a negative duration, by service': {
    because: 'The details quote the row, and each attempt draws a new id and time.',
    lite: { status: 400, error: { code: '23514' } },
    original: { status: 400, error: { code: '23514' } },
  },
};

const actors = ['anon', 'owner', 'system admin', 'service'] as const;
type ActorName = (typeof actors)[number];

const isHere = platform() === 'linux' && arch() === 'x64';
if (!isHere) console.warn('Skipped: npm has a PostgREST for Linux on x64 only.');

describe.runIf(isHere)('lite answers as PostgREST', () => {
  let backend: TestBackend;
  let original: PostgRest;
  let clients: Record<ActorName, readonly [lite: Client, original: Client]>;
  beforeAll(async () => {
    backend = await startBackend();
    await addReadings(backend.postgresUrl);
    original = await startPostgRest(backend);
    clients = {
      anon: [clientWithoutUser(backend), original.client()],
      owner: await bothAs('owner@acme.test'),
      'system admin': await bothAs('admin@ops.test'),
      service: [createServiceClient(backend.access), original.client(original.serviceToken)],
    };
  });
  afterAll(async () => {
    await original.stop();
    await backend.stop();
  });

  const cases = Object.keys(calls).flatMap((name) => actors.map((actor) => [name, actor] as const));

  test.for(cases)('%s, by %s', async ([name, actor]) => {
    const [lite, rest] = clients[actor];
    const call = calls[name];
    if (!call) throw new Error(`There is no call "${name}".`);
    const theirs = comparable(await call(rest));
    const ours = comparable(await call(lite));
    const difference = differences[`${name}, by ${actor}`];
    if (difference === undefined) return expect(ours).toEqual(theirs);
    expect(ours, 'the difference is gone: take it out of the table').not.toEqual(theirs);
    expect({ lite: ours, original: theirs }).toMatchObject({
      lite: difference.lite,
      original: difference.original,
    });
  });

  async function bothAs(email: string): Promise<readonly [Client, Client]> {
    const client = await clientOf(backend, email);
    const { data } = await client.auth.getSession();
    return [client, original.client(data.session?.access_token)];
  }
});

function comparable({ status, data, error, count }: Awaited<ReturnType<(typeof calls)[string]>>) {
  return { status, data, error, count };
}

async function addReadings(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`insert into check_readings (check_name, status, value, duration_ms, replica)
    select 'seeded', 'warn', '{"rows": [1, 2.5, null]}', i, 'r' from generate_series(1, 5) as i`;
  await sql.end();
}
