import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SupabaseAccess } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { createServiceClient } from '#supabase/clients.ts';
import { demoAccounts } from '#supabase/embedded/accounts.ts';
import { withDatabase } from '#supabase/embedded/database.ts';

export type RemoteSeed = { access: SupabaseAccess; databaseUrl: string; file: string };

/** Fills an empty Supabase project with demo data. Returns the password, made for this project. */
export async function seedRemote({ access, databaseUrl, file }: RemoteSeed): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  await withDatabase(databaseUrl, async (sql) => {
    const [tenant] = await sql`select from public.tenants limit 1`;
    if (tenant) throw new UsageError('This project has tenants already; nothing was changed.');
    const { auth } = createServiceClient(access, { timeoutMs: 15_000 });
    for (const { email } of demoAccounts) {
      const { error } = await auth.admin.createUser({ email, password, email_confirm: true });
      if (error) throw new Error(`${email} cannot be added: ${error.message}`, { cause: error });
    }
    await sql.unsafe(await readFile(file, 'utf8'));
  });
  return password;
}
