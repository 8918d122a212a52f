import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { checks } from '#checks/index.ts';
import { type Env, readEnv, type SupabaseAccess } from '#config/env.ts';
import type { Sources } from '#live/check.ts';
import { systemClock } from '#live/clock.ts';
import { createJournal } from '#live/journal.ts';
import { createJournaledHistory } from '#live/journaled-history.ts';
import { createPostgresHistory } from '#live/postgres-history.ts';
import { createPostgresLease } from '#live/postgres-lease.ts';
import { createRunner, type Runner } from '#live/runner.ts';
import { createBoundedFetch, createServiceClient } from '#supabase/clients.ts';
import { report } from './report.ts';

const HISTORY_TIMEOUT_MS = 1_000;
const JOURNAL_ENTRIES = 1_000;
const CALL_TIMEOUT_MS = 10_000;

export type Site = { access: SupabaseAccess; runner: Runner };

let opened: { site: Site | null } | undefined;

/** What the routes work with, or `null` when the variables for Supabase are missing. */
export function openSite(): Site | null {
  opened ??= { site: createSite(readEnv()) };
  return opened.site;
}

function createSite(env: Env): Site | null {
  if (!env.supabase) return null;
  const access = env.supabase;
  const replica = randomUUID();
  const keeper = createServiceClient(access, { timeoutMs: HISTORY_TIMEOUT_MS });
  const file = join(env.HOLDFAST_DATA_DIR, 'journal', 'readings.jsonl');
  const runner = createRunner({
    checks,
    clock: systemClock,
    report,
    replica,
    sources: (signal) => sourcesOf(access, signal),
    lease: createPostgresLease(keeper, replica),
    history: createJournaledHistory({
      store: createPostgresHistory(keeper),
      journal: createJournal({ file, limit: JOURNAL_ENTRIES }),
      report,
    }),
  });
  return { access, runner };
}

function sourcesOf(access: SupabaseAccess, signal: AbortSignal): Sources {
  const limits = { signal, timeoutMs: CALL_TIMEOUT_MS };
  const fetchBounded = createBoundedFetch(limits);
  const headers = { apikey: access.serviceKey, authorization: `Bearer ${access.serviceKey}` };
  return {
    supabase: createServiceClient(access, limits),
    get: (path) => fetchBounded(new URL(path, `${access.url.replace(/\/$/, '')}/`), { headers }),
    now: systemClock.now,
  };
}
