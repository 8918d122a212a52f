import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { HistoryEntry, type HistoryStore } from './history.ts';

const Row = z.object({
  check_name: z.string(),
  status: z.enum(['pass', 'warn', 'fail', 'unknown']),
  value: z.object({
    summary: z.string(),
    value: z.number().nullable().optional(),
    unit: z.string().nullable().optional(),
  }),
  reason: z.string().nullable(),
  duration_ms: z.number(),
  read_at: z.string(),
  replica: z.string(),
});
type Row = z.infer<typeof Row>;

const KEPT_DAYS = 90;

/**
 * Readings in the table `check_readings`, with a client that may write there. What is older than
 * 90 days goes when a newer reading of the same check is kept.
 */
export function createPostgresHistory(supabase: SupabaseClient): HistoryStore {
  return {
    async append(entries) {
      if (entries.length === 0) return;
      // First, so that an error leaves nothing behind that would be written twice.
      await dropOld(supabase, new Set(entries.map(({ checkName }) => checkName)));
      const { error } = await supabase.from('check_readings').insert(entries.map(rowOf));
      if (error) throw new Error('check_readings refused the readings', { cause: error });
    },
    async recent(checkName, limit) {
      const { data, error } = await supabase
        .from('check_readings')
        .select('check_name, status, value, reason, duration_ms, read_at, replica')
        .eq('check_name', checkName)
        .order('read_at', { ascending: false })
        .order('id', { ascending: false })
        .limit(limit)
        .retry(false);
      if (error) throw new Error('check_readings could not be read', { cause: error });
      return z.array(Row).parse(data).map(entryOf);
    },
  };
}

async function dropOld(supabase: SupabaseClient, checkNames: ReadonlySet<string>): Promise<void> {
  const oldest = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();
  const { error } = await supabase
    .from('check_readings')
    .delete()
    .in('check_name', [...checkNames])
    .lt('read_at', oldest);
  if (error) throw new Error('check_readings kept its old readings', { cause: error });
}

function rowOf({ checkName, replica, reading }: HistoryEntry): Row {
  const { status, at, durationMs, summary } = reading;
  return {
    check_name: checkName,
    replica,
    status,
    value:
      status === 'unknown' ? { summary } : { summary, value: reading.value, unit: reading.unit },
    reason: 'reason' in reading ? reading.reason : null,
    duration_ms: Math.round(durationMs),
    read_at: at,
  };
}

function entryOf(row: Row): HistoryEntry {
  const { check_name, replica, status, value, reason, duration_ms, read_at } = row;
  const reading = {
    status,
    ...value,
    ...(reason === null ? {} : { reason }),
    at: new Date(read_at).toISOString(),
    durationMs: duration_ms,
  };
  return HistoryEntry.parse({ checkName: check_name, replica, reading });
}
