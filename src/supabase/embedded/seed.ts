import { readFile } from 'node:fs/promises';
import type { Sql } from 'postgres';
import { addAccounts } from './accounts.ts';

export type SeedOptions = { file: string; password: string };

/** Fills a database without tenants with demo accounts and data. Returns whether it did. */
export async function seedOnce(sql: Sql, { file, password }: SeedOptions): Promise<boolean> {
  const [tenant] = await sql`select from public.tenants limit 1`;
  if (tenant) return false;
  await sql.begin((transaction) => addAccounts(transaction, password));
  await sql.unsafe(await readFile(file, 'utf8'));
  return true;
}
