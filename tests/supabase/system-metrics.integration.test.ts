import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acme, actors, undo, userId } from '#support/act-as.ts';
import { startBackend, type TestBackend } from '#support/database.ts';

let backend: TestBackend;
let sql: Sql;
beforeAll(async () => {
  backend = await startBackend();
  sql = postgres(backend.postgresUrl, { max: 2, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await backend.stop();
});

test('counts, percentiles and sums are right beyond 1,000 rows', async () => {
  const metrics = await undo(sql, async (db) => {
    await empty(db);
    // One error each 10 minutes, for 20 days; the first one 5 minutes ago.
    await db`insert into error_tracking (occurred_at, message, fingerprint)
      select now() - (i * 10 - 5) * interval '1 minute', 'm', 'f' from generate_series(1, 2880) as i`;
    // Durations from 1 to 5,000 ms today, and one that is too old to count.
    await db`insert into page_views (viewed_at, path, duration_ms, session_id)
      select now() - interval '2 hours', '/', i, gen_random_uuid() from generate_series(1, 5000) as i`;
    await db`insert into page_views (viewed_at, path, duration_ms, session_id)
      values (now() - interval '25 hours', '/', 900000, gen_random_uuid())`;
    await db`insert into page_views (viewed_at, path, duration_ms, session_id, user_id)
      select now() - at, '/', 2500, gen_random_uuid(), id
      from (values
        (interval '1 minute', ${userId('owner@acme.test')}::uuid),
        (interval '4 minutes', ${userId('owner@acme.test')}),
        (interval '3 minutes', ${userId('member@acme.test')}),
        (interval '6 minutes', ${userId('owner@globex.test')}),
        (interval '30 hours', ${userId('member@globex.test')})
      ) as visit (at, id)`;
    await db`insert into media (tenant_id, path, bytes, mime_type)
      select ${acme}, i::text, 4000000000, 'text/csv' from generate_series(1, 1500) as i`;
    return read(db);
  });
  expect(metrics).toEqual({
    errors_1h: 6,
    errors_24h: 144,
    errors_7d: 1008,
    latency_p50: 2500,
    latency_p95: expect.closeTo(4749.85, 0),
    latency_p99: expect.closeTo(4949.97, 0),
    active_users_now: 2,
    active_users_24h: 3,
    media_files: 1500,
    media_bytes: 6_000_000_000_000,
    tenants: 3,
  });
});

test('without page views there is no latency, and not 0', async () => {
  const metrics = await undo(sql, async (db) => {
    await empty(db);
    return read(db);
  });
  expect(metrics).toMatchObject({
    latency_p50: 'No page was viewed in the last 24 hours.',
    latency_p99: 'No page was viewed in the last 24 hours.',
    active_users_24h: 0,
    errors_7d: 0,
  });
});

test.for([
  ['error_tracking', 'errors_', 3],
  ['page_views', 'latency_', 3],
  ['page_views', 'active_', 2],
  ['media', 'media_', 2],
] as const)(
  'without the table %s only the metrics %s… fail, with a reason',
  async ([table, prefix, count]) => {
    const metrics = await undo(sql, async (db) => {
      // The guard asks for the policies of error_tracking, so that one stays and loses a column.
      await (table === 'error_tracking'
        ? db`alter table error_tracking rename column occurred_at to at`
        : db`alter table ${db(table)} rename to gone`);
      return read(db);
    });
    const failed = Object.entries(metrics).filter(([, value]) => value === failure);
    const expected = failed.filter(([name]) => name.startsWith(prefix));
    expect(expected).toHaveLength(count);
    expect(metrics).toMatchObject({ tenants: 3 });
  },
);

test('all metrics of the demo data are known', async () => {
  const metrics = await undo(sql, read);
  expect(Object.values(metrics).filter((value) => typeof value !== 'number')).toEqual([]);
});

const failure = 'The database could not compute it.';

async function empty(db: TransactionSql): Promise<void> {
  await db`delete from error_tracking`;
  await db`delete from page_views`;
  await db`delete from media`;
}

/** As the system admin sees them: each metric's value, or the reason that there is none. */
async function read(db: TransactionSql): Promise<Record<string, unknown>> {
  await db`select set_config('request.jwt.claims', ${JSON.stringify(actors.system.claims)}, true)`;
  await db`set local role authenticated`;
  const rows = await db`select * from system_metrics()`;
  return Object.fromEntries(rows.map(({ name, value, reason }) => [name, value ?? reason]));
}
