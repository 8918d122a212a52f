import { isAuthApiError } from '@supabase/supabase-js';
import { z } from 'zod';
import { isSameOrigin } from '#auth/same-origin.ts';
import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import type { Client } from '#supabase/clients.ts';
import { report } from './report.ts';

const TIMEOUT_MS = 5_000;

const Credentials = z.object({ email: z.email(), password: z.string().min(1) });

export type SignIn =
  | { status: 'signed-in' }
  | { status: 'refused'; code: 400 | 401 | 403 | 429 | 503; message: string; email: string };

/** Signs in with the posted form; on success the client has set the cookies. */
export async function submitSignIn(client: Client | null, request: Request): Promise<SignIn> {
  if (!isSameOrigin(request)) return refused(403, 'Send this form from this site.');
  // A body that is no form is a form without fields.
  const form = await request.formData().catch(() => new FormData());
  const email = String(form.get('email') ?? '');
  const credentials = Credentials.safeParse(Object.fromEntries(form));
  if (!credentials.success) return refused(400, 'Enter your e-mail address and password.', email);
  if (!client) return refused(503, 'This site runs without its database.', email);
  return trySignIn(client, credentials.data);
}

async function trySignIn(client: Client, credentials: z.infer<typeof Credentials>) {
  const signIn = await withDeadline({ clock: systemClock, timeoutMs: TIMEOUT_MS }, () =>
    client.auth.signInWithPassword(credentials),
  );
  const error = signIn.ended === 'answered' ? signIn.value.error : signIn;
  if (error === null) return { status: 'signed-in' as const };
  if (isAuthApiError(error) && error.status === 429) {
    return refused(429, 'Too many attempts. Wait a minute.', credentials.email);
  }
  if (isAuthApiError(error) && error.status < 500) {
    return refused(401, 'The e-mail address or the password is wrong.', credentials.email);
  }
  report('sign-in', error);
  return refused(503, 'The sign-in does not answer just now. Try again.', credentials.email);
}

function refused(code: 400 | 401 | 403 | 429 | 503, message: string, email = '') {
  return { status: 'refused' as const, code, message, email };
}
