import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';

/** A Postgres role and the claims of its token, as PostgREST would set them. */
export type Actor = { role: 'anon' | 'authenticated' | 'service_role'; claims: object };

export const actors = {
  anon: { role: 'anon', claims: { role: 'anon' } },
  nobody: user('nobody@ops.test'),
  member: user('member@acme.test'),
  admin: user('admin@acme.test'),
  owner: user('owner@acme.test'),
  other: user('owner@globex.test'),
  system: user('admin@ops.test'),
  service: { role: 'service_role', claims: { role: 'service_role' } },
} satisfies Record<string, Actor>;
export type ActorName = keyof typeof actors;

export const acme = '0a000000-0000-4000-8000-000000000001';
export const globex = '0a000000-0000-4000-8000-000000000002';

/** The demo accounts have the id that md5 makes of their address. */
export function userId(email: string): string {
  const hex = createHash('md5').update(email).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function user(email: string): Actor {
  return { role: 'authenticated', claims: { sub: userId(email), role: 'authenticated', email } };
}

/** Runs work as somebody, and takes back what it did. */
export function actAs<Result>(
  sql: Sql,
  { role, claims }: Actor,
  work: (sql: TransactionSql) => Promise<Result>,
): Promise<Result> {
  return undo(sql, async (transaction) => {
    await transaction`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    await transaction`set local role ${transaction(role)}`;
    return work(transaction);
  });
}

/** Runs work in a transaction that never commits. */
export async function undo<Result>(
  sql: Sql,
  work: (sql: TransactionSql) => Promise<Result>,
): Promise<Result> {
  const undone = new Error('undone');
  const results: Result[] = [];
  await sql
    .begin(async (transaction) => {
      results.push(await work(transaction));
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  for (const result of results) return result;
  throw undone;
}
