import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acme, actAs, actors, globex, undo, userId } from '#support/act-as.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { clientOf } from '#support/sign-in.ts';
import type { Database } from '#types/supabase.ts';

let backend: TestBackend;
let sql: Sql;
beforeAll(async () => {
  backend = await startBackend();
  sql = postgres(backend.postgresUrl, { max: 8, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await backend.stop();
});

describe('the log refuses, even to the superuser,', () => {
  test.for([
    'update tenant_audit_logs set action = $$a.b$$ where id = 1',
    'update tenant_audit_logs set action = $$a.b$$ where false',
    'delete from tenant_audit_logs where id = 1',
    'truncate tenant_audit_logs',
    'truncate tenants cascade',
    'insert into tenant_audit_logs (tenant_id, action, resource_type) select tenant_id, action, resource_type from tenant_audit_logs limit 1 on conflict (tenant_id, prev_hash) do update set action = $$a.b$$',
    'set local session_replication_role = replica; delete from tenant_audit_logs where id = 1',
    'merge into tenant_audit_logs as log using tenants on log.tenant_id = tenants.id when matched then delete',
  ])('%s', async (statement) => {
    await expect(sql.begin((db) => db.unsafe(statement))).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('append-only'),
      hint: 'Add an entry that corrects the earlier one.',
    });
  });
});

describe('the chain', () => {
  test('stays whole when eight connections write to two tenants at once', async () => {
    const before = await chainOf(acme);
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => addEntry(index % 2 === 0 ? acme : globex)),
    );
    const after = await chainOf(acme);
    expect(after).toMatchObject({ is_intact: true, first_broken_id: null });
    expect(after.entries - before.entries).toBe(100);
    expect(await chainOf(globex)).toMatchObject({ is_intact: true });
  });

  test('makes a writer with an old snapshot start again instead of forking', async () => {
    const [one, two] = await Promise.allSettled([slowEntry(), slowEntry()]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await chainOf(acme)).toMatchObject({ is_intact: true });
  });

  test('does not take id and hashes from the writer', async () => {
    const [row] = await sql`
      insert into tenant_audit_logs (id, tenant_id, action, resource_type, prev_hash, hash)
      overriding system value values (1, ${acme}, 'a.b', 'c', 'x', 'y') returning id, hash`;
    expect(Number(row?.id)).toBeGreaterThan(1);
    expect(row?.hash).toHaveLength(32);
  });

  test.for([
    ['changed', `update tenant_audit_logs set details = '{"amount": 1}' where id = $1`, 0],
    [
      'back-dated',
      `update tenant_audit_logs set occurred_at = now() - interval '1 year' where id = $1`,
      0,
    ],
    ['removed', 'delete from tenant_audit_logs where id = $1', 1],
  ] as const)('names the place where an entry was %s by force', async ([, statement, offset]) => {
    const ids = await idsOf(acme);
    const found = await forced(async (db) => {
      await db.unsafe(statement, [ids[10] ?? 0]);
      return db`select is_intact, first_broken_id::int from verify_audit_chain(${acme})`;
    });
    expect(found[0]).toEqual({ is_intact: false, first_broken_id: ids[10 + offset] });
  });

  test('loses the head that was written down when its end is cut off', async () => {
    const { head } = await chainOf(acme);
    const found = await forced(async (db) => {
      await db`delete from tenant_audit_logs where id = ${(await idsOf(acme)).at(-1) ?? 0}`;
      return db`select from tenant_audit_logs where hash = decode(${head}, 'hex')`;
    });
    expect(found).toHaveLength(0);
  });
});

describe('searching', () => {
  test('page after page gives every entry once, newest first', async () => {
    const client = await clientOf(backend, 'admin@acme.test');
    const seen: number[] = [];
    let page = await search({ p_tenant: acme, p_limit: 500 });
    while (page.length > 0) {
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      page = await search({
        p_tenant: acme,
        p_limit: 500,
        ...(last && { p_before_at: last.occurred_at, p_before_id: last.id }),
      });
    }
    const ordered = await sql`select id::int from tenant_audit_logs where tenant_id = ${acme}
      order by occurred_at desc, tenant_audit_logs.id desc`;
    expect(seen).toEqual(ordered.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(1_000);

    type Search = Database['public']['Functions']['search_audit_logs']['Args'];
    async function search(filter: Search) {
      const { data, error } = await client.rpc('search_audit_logs', filter);
      if (error) throw error;
      return data;
    }
  });

  test.for([
    ['p_text', '100%', 1],
    ['p_text', '100_', 0],
    ['p_text', 'a\\b', 1],
    ['p_text', 'ÄRGER', 1],
    ['p_text', "'; drop table tenants; --", 0],
    ['p_action', 'test.odd', 1],
    ['p_actor', 'ODD@acme.test', 1],
    ['p_resource', 'odd', 1],
    ['p_resource', 'odd/a\\b', 1],
    ['p_resource', 'odd/8', 0],
  ] as const)('%s = %s finds %i', async ([parameter, value, count]) => {
    const rows = await undo(sql, async (db) => {
      await db`insert into tenant_audit_logs
        (tenant_id, actor_email, action, resource_type, resource_id, details)
        values (${acme}, 'odd@acme.test', 'test.odd', 'odd', ${'a\\b'}, ${db.json({ note: '100% ärger' })})`;
      return db`select from search_audit_logs(${acme}, ${db(parameter)} => ${value})
        where action = 'test.odd'`;
    });
    expect(rows).toHaveLength(count);
  });
});

test('a change of membership is in the log with who made it', async () => {
  const entries = await actAs(sql, actors.owner, async (db) => {
    const user = userId('nobody@ops.test');
    await db`insert into tenant_memberships values (${acme}, ${user}, 'member')`;
    await db`update tenant_memberships set role = 'admin' where user_id = ${user}`;
    await db`delete from tenant_memberships where user_id = ${user}`;
    return db`select action, actor_email, details from tenant_audit_logs
      where resource_id = ${user} order by id`;
  });
  const actor_email = 'owner@acme.test';
  expect([...entries]).toEqual([
    { action: 'member.added', actor_email, details: { role: 'member' } },
    {
      action: 'member.role_changed',
      actor_email,
      details: { role: 'admin', previous_role: 'member' },
    },
    { action: 'member.removed', actor_email, details: { role: 'admin' } },
  ]);
});

async function chainOf(tenant: string) {
  const [chain] = await sql<{ entries: number; is_intact: boolean; head: string }[]>`
    select entries::int, is_intact, first_broken_id, head from verify_audit_chain(${tenant})`;
  if (!chain) throw new Error('verify_audit_chain returned nothing');
  return chain;
}

async function idsOf(tenant: string): Promise<number[]> {
  const rows = await sql`
    select id::int from tenant_audit_logs where tenant_id = ${tenant} order by tenant_audit_logs.id`;
  return rows.map(({ id }) => id);
}

function addEntry(tenant: string) {
  return sql`insert into tenant_audit_logs (tenant_id, action, resource_type)
    values (${tenant}, 'test.added', 'test')`;
}

function slowEntry() {
  return sql.begin('isolation level repeatable read', async (db) => {
    await db`select count(*) from tenant_audit_logs`;
    await db`select pg_sleep(0.2)`;
    await db`insert into tenant_audit_logs (tenant_id, action, resource_type)
      values (${acme}, 'test.added', 'test')`;
  });
}

/** What only the owner of the database can do; it is taken back. */
async function forced<Rows>(work: (db: postgres.TransactionSql) => Promise<Rows>): Promise<Rows> {
  return undo(sql, async (db) => {
    await db`alter table tenant_audit_logs disable trigger refuse_audit_log_change`;
    return work(db);
  });
}
