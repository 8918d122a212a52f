import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { z } from 'zod';

const Rows = z.array(z.object({ kind: z.string(), name: z.string(), definition: z.string() }));

/** What a database has, by kind and name: tables, columns, policies, triggers, grants … */
export type Catalog = ReadonlyMap<string, string>;
export type Difference = { what: string; promised: string | undefined; found: string | undefined };

export async function readCatalog(sql: Sql): Promise<Catalog> {
  const text = await readFile(join(import.meta.dirname, 'catalog.sql'), 'utf8');
  const rows = Rows.parse([...(await sql.unsafe(text))]);
  return new Map(rows.map(({ kind, name, definition }) => [`${kind} ${name}`, definition]));
}

/** Everything that is missing, is different, or is there without a migration. */
export function compareCatalogs(promised: Catalog, found: Catalog): Difference[] {
  const names = [...new Set([...promised.keys(), ...found.keys()])].sort();
  return names
    .map((what) => ({ what, promised: promised.get(what), found: found.get(what) }))
    .filter((each) => each.promised !== each.found);
}

/** How many of each kind a catalog has: a check that suddenly compares nothing shows. */
export function countKinds(catalog: Catalog): string {
  const kinds = Map.groupBy(catalog.keys(), (name) => name.split(' ', 1)[0] ?? '');
  return [...kinds].map(([kind, { length }]) => `${length} ${kind}`).join(', ');
}
