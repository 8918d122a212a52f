import postgres, { type Row, type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ActorName, acme, actAs, actors, globex, userId } from '#support/act-as.ts';
import { startBackend, type TestBackend } from '#support/database.ts';

let backend: TestBackend;
let sql: Sql;
beforeAll(async () => {
  backend = await startBackend();
  sql = postgres(backend.postgresUrl, { max: 4, onnotice: () => undefined });
  await sql`insert into check_readings (check_name, status, duration_ms, replica)
    values ('database', 'pass', 3, 'a')`;
  await sql`insert into check_leases values ('database', 'a', now())`;
});
afterAll(async () => {
  await sql.end();
  await backend.stop();
});

// own: the rows of one's own tenant, all of them and no others. -: no right to ask at all.
const sight = readTable(`
                       anon  nobody  member  admin  owner  other  system  service
  tenants              -     none    own     own    own    own    all     all
  tenant_memberships   -     none    own     own    own    own    all     all
  system_admins        -     none    none    none   none   none   all     all
  error_tracking       -     none    none    own    own    own    all     all
  page_views           -     none    none    own    own    own    all     all
  media                -     none    own     own    own    own    all     all
  tenant_audit_logs    -     none    none    own    own    own    all     all
  check_readings       -     none    none    none   none   none   all     all
  check_leases         -     -       -       -      -      -      -       all
`);

// What a statement about a row of acme does: done, nothing (no such row to see), - (refused).
const effects = readTable(`
                       anon  nobody  member   admin    owner    other    system   service
  add_tenant           -     -       -        -        -        -        done     done
  rename_tenant        -     nothing nothing  nothing  nothing  nothing  done     done
  delete_tenant        -     -       -        -        -        -        -        -
  add_member           -     -       -        -        done     -        done     done
  promote_oneself      -     nothing nothing  nothing  nothing  nothing  nothing  nothing
  remove_member        -     nothing nothing  nothing  done     nothing  done     done
  make_system_admin    -     -       -        -        -        -        -        done
  add_error            -     -       -        -        -        -        -        done
  delete_errors        -     -       -        -        -        -        -        done
  add_view             -     -       -        -        -        -        -        done
  add_media            -     -       done     done     done     -        -        done
  add_media_as_owner   -     -       -        -        done     -        -        done
  change_media         -     -       -        -        -        -        -        done
  remove_media         -     nothing nothing  done     done     nothing  nothing  done
  add_log              -     -       -        -        -        -        -        done
  change_log           -     -       -        -        -        -        -        -
  delete_log           -     -       -        -        -        -        -        -
  truncate_log         -     -       -        -        -        -        -        -
  add_reading          -     -       -        -        -        -        -        done
  take_lease           -     -       -        -        -        -        -        done
  read_metrics         -     -       -        -        -        -        done     done
  verify_chain         -     -       -        done     done     -        done     done
`);

type Statement = (sql: TransactionSql, self: string) => Promise<readonly Row[]>;

const statements: Record<string, Statement> = {
  add_tenant: (db) => db`insert into tenants (slug, name) values ('new-one', 'New') returning 1`,
  rename_tenant: (db) => db`update tenants set name = 'Other' where id = ${acme} returning 1`,
  delete_tenant: (db) => db`delete from tenants where id = ${acme} returning 1`,
  add_member: (db) =>
    db`insert into tenant_memberships values (${acme}, ${userId('nobody@ops.test')}) returning 1`,
  promote_oneself: (db, self) =>
    db`update tenant_memberships set role = 'owner' where user_id = ${self} and role <> 'owner' returning 1`,
  remove_member: (db) =>
    db`delete from tenant_memberships where user_id = ${userId('member@acme.test')} returning 1`,
  make_system_admin: (db) =>
    db`insert into system_admins values (${userId('owner@acme.test')}) returning 1`,
  add_error: (db) =>
    db`insert into error_tracking (tenant_id, message, fingerprint) values (${acme}, 'a', 'b') returning 1`,
  delete_errors: (db) => db`delete from error_tracking where tenant_id = ${acme} returning 1`,
  add_view: (db) =>
    db`insert into page_views (tenant_id, path, duration_ms, session_id)
      values (${acme}, '/', 1, gen_random_uuid()) returning 1`,
  add_media: (db, self) => addMedia(db, self),
  add_media_as_owner: (db) => addMedia(db, userId('owner@acme.test')),
  change_media: (db) => db`update media set bytes = 0 where tenant_id = ${acme} returning 1`,
  remove_media: (db) =>
    db`delete from media where tenant_id = ${acme} and uploaded_by = ${userId('owner@acme.test')} returning 1`,
  add_log: (db) =>
    db`insert into tenant_audit_logs (tenant_id, action, resource_type) values (${acme}, 'a.b', 'c') returning 1`,
  change_log: (db) =>
    db`update tenant_audit_logs set action = 'a.b' where tenant_id = ${acme} returning 1`,
  delete_log: (db) => db`delete from tenant_audit_logs where tenant_id = ${acme} returning 1`,
  truncate_log: (db) => db`truncate tenant_audit_logs`,
  add_reading: (db) =>
    db`insert into check_readings (check_name, status, duration_ms, replica) values ('a', 'pass', 1, 'b') returning 1`,
  take_lease: (db) => db`select take_check_lease('a', 'b', 1000)`,
  read_metrics: (db) => db`select * from system_metrics()`,
  verify_chain: (db) => db`select * from verify_audit_chain(${acme})`,
};

test.for(sight)('%s sees %s: %s', async ([table, name, expected]) => {
  const own = name === 'other' ? globex : acme;
  const column = table === 'tenants' ? 'id' : 'tenant_id';
  const rows = await outcome(() =>
    actAs(sql, actors[name], (db) => db`select * from ${db(table)}`),
  );
  if (rows === '-') return expect(rows).toBe(expected);

  const [{ all } = { all: 0 }] = await sql`select count(*)::int as all from ${sql(table)}`;
  const foreign = rows.filter((row) => row[column] !== own).length;
  const isAll = rows.length === all;
  const isOwn =
    rows.length > 0 && foreign === 0 && rows.length === (await countOwn(table, column, own));
  expect({ all: isAll, own: isOwn, none: rows.length === 0 }).toMatchObject({ [expected]: true });
  expect(isAll && expected !== 'all').toBe(false);
});

test.for(effects)('%s by %s: %s', async ([statement, name, expected]) => {
  const { claims } = actors[name];
  const self = 'sub' in claims ? String(claims.sub) : userId('owner@acme.test');
  const run = statements[statement];
  if (!run) throw new Error(`There is no statement ${statement}.`);
  const rows = await outcome(() => actAs(sql, actors[name], (db) => run(db, self)));
  const done = rows.length === 0 ? 'nothing' : 'done';
  expect(rows === '-' ? rows : done).toBe(expected);
});

test('every table of the schema is in the table above, with row-level security on', async () => {
  const tables = await sql<{ relname: string; relrowsecurity: boolean }[]>`
    select relname, relrowsecurity from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  expect(tables.filter(({ relrowsecurity }) => !relrowsecurity)).toEqual([]);
  expect(tables.map(({ relname }) => relname).sort()).toEqual(
    [...new Set(sight.map(([table]) => table))].sort(),
  );
});

test('a token whose app_metadata says so makes a system admin', async () => {
  const claims = { sub: userId('nobody@ops.test'), app_metadata: { role: 'system_admin' } };
  const rows = await actAs(
    sql,
    { role: 'authenticated', claims },
    (db) => db`select * from tenants`,
  );
  expect(rows).toHaveLength(3);
});

test('what a user writes into user_metadata makes nobody a system admin', async () => {
  const claims = { sub: userId('nobody@ops.test'), user_metadata: { role: 'system_admin' } };
  const rows = await actAs(
    sql,
    { role: 'authenticated', claims },
    (db) => db`select * from tenants`,
  );
  expect(rows).toHaveLength(0);
});

function readTable(text: string): (readonly [what: string, actor: ActorName, expected: string])[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const names = Object.keys(actors).filter((name) => head.split(/\s+/).includes(name));
  return lines.flatMap((line) => {
    const [what = '', ...cells] = line.trim().split(/\s+/);
    return names.map((name, index) => [what, name as ActorName, cells[index] ?? ''] as const);
  });
}

/** `-` when Postgres says that the role has no right to it. */
async function outcome<Rows>(work: () => Promise<Rows>): Promise<Rows | '-'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '42501') return '-';
    throw error;
  }
}

async function countOwn(table: string, column: string, own: string): Promise<number> {
  if (!/^tenant|_tracking$|_views$|^media$/.test(table)) return -1;
  const rows = await sql`select from ${sql(table)} where ${sql(column)} = ${own}`;
  return rows.length;
}

function addMedia(db: TransactionSql, uploader: string) {
  return db`insert into media (tenant_id, path, bytes, mime_type, uploaded_by)
    values (${acme}, 'new', 1, 'text/csv', ${uploader}) returning 1`;
}
