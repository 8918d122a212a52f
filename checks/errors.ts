import { defineCheck } from '#live/check.ts';
import { grade } from '#live/grade.ts';

const HOUR_MS = 3_600_000;

/** A release that breaks something shows here before anybody writes in. */
export default defineCheck({
  title: 'Errors in the last hour',
  timeoutMs: 2_000,
  freshForMs: 30_000,
  scope: 'shared',
  read: async ({ supabase, now }) => {
    const { count, error } = await supabase
      .from('error_tracking')
      .select('id', { count: 'exact', head: true })
      .gte('occurred_at', new Date(now() - HOUR_MS).toISOString())
      .retry(false);
    if (error || count === null || Number.isNaN(count)) {
      const reason = 'The errors could not be counted.';
      return { status: 'unknown', summary: 'Unknown', reason };
    }
    return grade(count, 'errors', { degradedAt: 50, downAt: 500 });
  },
});
