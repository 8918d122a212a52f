import { z } from 'zod';
import { defineCheck } from '#live/check.ts';

const Rows = z.array(z.object({ id: z.guid() }));

/** Nothing but the pages themselves works without the database. */
export default defineCheck({
  title: 'Database',
  timeoutMs: 1_500,
  freshForMs: 1_000,
  scope: 'replica',
  read: async ({ supabase }) => {
    const { data, error } = await supabase.from('tenants').select('id').limit(1).retry(false);
    const measured = { value: null, unit: null };
    if (error) {
      const reason = 'The database did not answer the query.';
      return { status: 'fail', ...measured, summary: 'Does not answer', reason };
    }
    if (!Rows.safeParse(data).success) {
      const reason = 'The answer is not a list of tenants.';
      return { status: 'fail', ...measured, summary: 'Answers out of form', reason };
    }
    return { status: 'pass', ...measured, summary: 'Answers queries' };
  },
});
