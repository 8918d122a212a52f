import type { z } from 'zod';

/** What became of a query. `refused`: the policies of the database do not allow it. */
export type QueryResult<Value> =
  | { status: 'read'; value: Value }
  | { status: 'refused' }
  | { status: 'failed'; cause: unknown };

type Answer = { data: unknown; error: { code?: string } | null };

const INSUFFICIENT_PRIVILEGE = '42501';

/** Checks the rows of an answer; rows out of form are a failed query. */
export function resultOf<Schema extends z.ZodType>(
  schema: Schema,
  { data, error }: Answer,
): QueryResult<z.output<Schema>> {
  if (error?.code === INSUFFICIENT_PRIVILEGE) return { status: 'refused' };
  if (error) return { status: 'failed', cause: error };
  const rows = schema.safeParse(data);
  if (rows.success) return { status: 'read', value: rows.data };
  return { status: 'failed', cause: rows.error };
}
