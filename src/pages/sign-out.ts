import type { APIContext } from 'astro';
import { isSameOrigin } from '#auth/same-origin.ts';
import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import { problem } from './_http/respond.ts';
import { openSite } from './_http/site.ts';
import { openClient } from './_http/visit.ts';

export const prerender = false;

const TIMEOUT_MS = 2_000;

/** Ends the session on the auth server, and in this browser even if that server is away. */
export async function POST(context: APIContext): Promise<Response> {
  if (!isSameOrigin(context.request)) return problem(403);
  const site = openSite();
  if (site) {
    const client = openClient(context, site.access);
    await withDeadline({ clock: systemClock, timeoutMs: TIMEOUT_MS }, () =>
      client.auth.signOut({ scope: 'local' }),
    );
  }
  forgetSession(context);
  return context.redirect('/', 303);
}

export function ALL(): Response {
  const response = problem(405);
  response.headers.set('allow', 'POST');
  return response;
}

function forgetSession({ request, cookies }: APIContext): void {
  const names = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.split('=')[0]);
  for (const name of names) {
    if (name?.trim().startsWith('sb-')) cookies.delete(name.trim(), { path: '/' });
  }
}
