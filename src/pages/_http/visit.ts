import type { APIContext } from 'astro';
import { readVisitor, type SignedIn, type Visitor } from '#auth/visitor.ts';
import type { SupabaseAccess } from '#config/env.ts';
import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import { type Client, createRequestClient } from '#supabase/clients.ts';
import { report } from './report.ts';
import { problem } from './respond.ts';
import { openSite, type Site } from './site.ts';

const VISITOR_TIMEOUT_MS = 2_500;

/** What a route or a page knows about its request. */
export type RouteContext = Pick<APIContext, 'request' | 'cookies' | 'url'>;

/** A client that acts as whoever sent this request. */
export function openClient(
  { request, cookies, url }: RouteContext,
  access: SupabaseAccess,
): Client {
  return createRequestClient(
    access,
    {
      header: request.headers.get('cookie'),
      set: (name, value, options) => cookies.set(name, value, options),
      // The front server keeps every answer of a route out of every cache.
      setHeader: () => undefined,
    },
    { isSecure: url.protocol === 'https:' },
  );
}

/** Who sent this request. `unverified` when nobody can say in time. */
async function identify(client: Client, timeoutMs = VISITOR_TIMEOUT_MS): Promise<Visitor> {
  const read = await withDeadline({ clock: systemClock, timeoutMs }, () => readVisitor(client));
  if (read.ended === 'crashed') report('reading the session', read.error);
  return read.ended === 'answered' ? read.value : { status: 'unverified' };
}

export type Visit =
  | { site: Site; client: Client; visitor: Visitor }
  | { site: null; client: null; visitor: Visitor };

/** Who asks, and a client that acts as them; nobody is anybody without Supabase. */
export async function visit(context: RouteContext, timeoutMs?: number): Promise<Visit> {
  const site = openSite();
  if (!site) return { site, client: null, visitor: { status: 'unverified' } };
  const client = openClient(context, site.access);
  return { site, client, visitor: await identify(client, timeoutMs) };
}

export type Admitted = { client: Client; visitor: SignedIn };

/** For a private API: who asks, or the answer for somebody who did not sign in. */
export async function admit(context: RouteContext): Promise<Admitted | Response> {
  const { client, visitor } = await visit(context);
  if (!client || visitor.status === 'unverified') return problem(503);
  if (visitor.status === 'anonymous') return problem(401);
  return { client, visitor };
}
