import type { SupabaseClient } from '@supabase/supabase-js';
import type { Reading } from './reading.ts';

/** What a check may ask. Every call ends when the check's time is up. */
export type Sources = {
  /** With the service role: a check sees what the operator of the system may see. */
  supabase: SupabaseClient;
  /** One GET below the Supabase URL, with the service key. */
  get(path: string): Promise<Response>;
  now(): number;
};

type WithoutTime<Each> = Each extends Reading ? Omit<Each, 'at' | 'durationMs'> : never;
/** A reading before the runner adds when it was taken and how long it took. */
export type Outcome = WithoutTime<Reading>;

export type Check = {
  title: string;
  timeoutMs: number;
  /** For how long a reading is served without asking again. */
  freshForMs: number;
  /** `replica`: each replica looks for itself. `shared`: one replica asks for all. */
  scope: 'replica' | 'shared';
  read(sources: Sources): Promise<Outcome>;
};
export type Checks = Readonly<Record<string, Check>>;

/** Types a file of `checks/`. */
export function defineCheck(check: Check): Check {
  return check;
}
