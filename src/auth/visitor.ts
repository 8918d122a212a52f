import { isAuthApiError, isAuthSessionMissingError } from '@supabase/supabase-js';
import { z } from 'zod';
import type { Client } from '#supabase/clients.ts';
import { isSystemAdmin } from '#supabase/queries/is-system-admin.ts';

/** Who asks. `unverified`: there is a session, but nobody can say just now whose it is. */
export type Visitor = { status: 'anonymous' } | { status: 'unverified' } | SignedIn;
export type SignedIn = { status: 'signed-in'; id: string; email: string; isSystemAdmin: boolean };

const User = z.object({ id: z.guid(), email: z.email() });

/** Asks the auth server whose session the request carries, and the database for the role. */
export async function readVisitor(client: Client): Promise<Visitor> {
  const { data, error } = await client.auth.getUser();
  if (error) return { status: isNobody(error) ? 'anonymous' : 'unverified' };
  const user = User.safeParse(data.user);
  if (!user.success) return { status: 'unverified' };
  const admin = await isSystemAdmin(client);
  if (admin.status !== 'read') return { status: 'unverified' };
  return { status: 'signed-in', ...user.data, isSystemAdmin: admin.value };
}

/** The auth server knows that there is no such session; a server in trouble knows nothing. */
function isNobody(error: unknown): boolean {
  if (isAuthSessionMissingError(error)) return true;
  return isAuthApiError(error) && [400, 401, 403, 404].includes(error.status);
}
