import { createClient } from '@supabase/supabase-js';
import type { Client } from '#supabase/clients.ts';
import type { Database } from '#types/supabase.ts';
import type { TestBackend } from './database.ts';

const options = { auth: { persistSession: false, autoRefreshToken: false } };

/** A client without a user: what the publishable key alone can do. */
export function clientWithoutUser({ url, publishableKey }: TestBackend): Client {
  return createClient<Database>(url, publishableKey, options);
}

/** A client signed in with one of the demo accounts. */
export async function clientOf(backend: TestBackend, email: string): Promise<Client> {
  const client = clientWithoutUser(backend);
  const { error } = await client.auth.signInWithPassword({ email, password: backend.demoPassword });
  if (error) throw new Error(`${email} cannot sign in: ${error.message}`);
  return client;
}
