import { type CookieOptions, createServerClient, parseCookieHeader } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { SupabaseAccess } from '#config/env.ts';
import type { Database } from '#types/supabase.ts';

export type Client = SupabaseClient<Database>;

/** How long one call may take, and a signal that ends it earlier. */
export type Limits = { timeoutMs?: number; signal?: AbortSignal };

/** The cookies of one request, and where new ones go. */
export type RequestCookies = {
  header: string | null;
  set(name: string, value: string, options: CookieOptions): void;
  /** Receives headers that keep a response with fresh cookies out of every cache. */
  setHeader(name: string, value: string): void;
};

const defaultTimeoutMs = 5_000;
// The client would ask four times over seven seconds; who waits for an answer decides that here.
const db = { retry: false };

/** With the service role: sees everything. For checks and for what no user may do. */
export function createServiceClient(access: SupabaseAccess, limits: Limits = {}): Client {
  return createClient<Database>(access.url, access.serviceKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    db,
    global: { fetch: createBoundedFetch(limits) },
  });
}

/** As the user whose cookies the request carries. One per request, never shared. */
export function createRequestClient(
  access: SupabaseAccess,
  cookies: RequestCookies,
  limits: Limits & { isSecure?: boolean } = {},
): Client {
  return createServerClient<Database>(access.url, access.publishableKey, {
    cookieOptions: { httpOnly: true, sameSite: 'lax', path: '/', secure: limits.isSecure ?? false },
    cookies: {
      getAll: () =>
        parseCookieHeader(cookies.header ?? '').map(({ name, value = '' }) => ({ name, value })),
      setAll(fresh, headers) {
        for (const { name, value, options } of fresh) cookies.set(name, value, options);
        for (const [name, value] of Object.entries(headers)) cookies.setHeader(name, value);
      },
    },
    db,
    global: { fetch: createBoundedFetch(limits) },
  });
}

/** `fetch` that always ends: by its own signal, by the client's, or by the clock. */
export function createBoundedFetch({ timeoutMs = defaultTimeoutMs, signal }: Limits): typeof fetch {
  return (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs), signal, init?.signal];
    return fetch(input, {
      ...init,
      signal: AbortSignal.any(signals.filter((each) => each != null)),
    });
  };
}
