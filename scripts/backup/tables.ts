import type { Sql } from 'postgres';
import { z } from 'zod';

export type Table = { schema: string; name: string; columns: string[] };

/** Every table with data of ours, whose columns can be written back. */
export async function readTables(sql: Sql): Promise<Table[]> {
  const rows = await sql`
    select
      nspname as schema, relname as name,
      array_agg(attname::text order by attnum) as columns
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute on attrelid = pg_class.oid
    where nspname in ('auth', 'storage', 'public') and relkind = 'r'
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by nspname, relname
    order by nspname, relname`;
  return z
    .array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) }))
    .parse([...rows]);
}

/** How many rows travel at once. */
export const batchSize = 1_000;

/** The next number of every identity column: a restored log goes on where it stopped. */
export async function readSequences(sql: Sql): Promise<Record<string, string>> {
  const rows = await sql`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences
    where schemaname in ('auth', 'storage', 'public') and last_value is not null`;
  return Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)]));
}
