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

type Request = Pick<APIContext, 'request' | 'cookies' | 'url'>;

/** A client that acts as whoever sent this request. */
export function openClient({ request, cookies, url }: Request, access: SupabaseAccess): Client {
  return createRequestClient(
    access,
    {
      header: request.headers.get('cookie'),
      set: (name, value, options) => cookies.set(name, value, options),
      // Every answer that depends on a session says no-store already.
      setHeader: () => undefined,
    },
    { isSecure: url.protocol === 'https:' },
  );
}

/** Who sent this request. `unverified` when nobody can say in time. */
export async function identify(client: Client, timeoutMs = VISITOR_TIMEOUT_MS): Promise<Visitor> {
  const read = await withDeadline({ clock: systemClock, timeoutMs }, () => readVisitor(client));
  if (read.ended === 'crashed') report('reading the session', read.error);
  return read.ended === 'answered' ? read.value : { status: 'unverified' };
}

export type Admitted = { site: Site; client: Client; visitor: SignedIn };

/** For a private API: who asks, or the answer for somebody who did not sign in. */
export async function admit(context: Request): Promise<Admitted | Response> {
  const site = openSite();
  if (!site) return problem(503);
  const client = openClient(context, site.access);
  const visitor = await identify(client);
  if (visitor.status === 'anonymous') return problem(401);
  if (visitor.status === 'unverified') return problem(503);
  return { site, client, visitor };
}
