import type { SupabaseClient } from '@supabase/supabase-js';
import type { Lease } from './lease.ts';

/** A lease row in Postgres: the database decides, by its own clock, which replica runs a check. */
export function createPostgresLease(supabase: SupabaseClient, holder: string): Lease {
  return {
    async acquire(checkName, forMs) {
      const { data, error } = await supabase.rpc('take_check_lease', {
        p_check_name: checkName,
        p_holder: holder,
        p_ttl_ms: Math.ceil(forMs),
      });
      if (error || typeof data !== 'boolean') return 'unavailable';
      return data ? 'mine' : 'taken';
    },
    async release(checkName) {
      await supabase.rpc('release_check_lease', { p_check_name: checkName, p_holder: holder });
    },
  };
}
