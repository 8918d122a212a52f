import type { TransactionSql } from 'postgres';

export const demoAdmin = 'admin@ops.test';

/** Who may sign in to the demo data. What each may do is in supabase/seed.sql. */
export const demoAccounts = [
  { email: demoAdmin, is: 'system admin' },
  { email: 'owner@acme.test', is: 'owner of acme' },
  { email: 'admin@acme.test', is: 'admin of acme' },
  { email: 'member@acme.test', is: 'member of acme' },
  { email: 'owner@globex.test', is: 'owner of globex' },
  { email: 'member@globex.test', is: 'member of globex' },
  { email: 'owner@initech.test', is: 'owner of initech' },
  { email: 'nobody@ops.test', is: 'without any tenant' },
] as const;

/** Adds the demo accounts to lite's tables, which have no admin API in front of them. */
export async function addAccounts(sql: TransactionSql, password: string): Promise<void> {
  const emails = demoAccounts.map(({ email }) => email);
  // The hash is made once: all accounts share the password, and it is slow on purpose.
  await sql`
    with hashed as materialized (
      select extensions.crypt(${password}, extensions.gen_salt('bf', 10)) as password
    ), users as (
      insert into auth.users (
        id, aud, role, email, encrypted_password, email_confirmed_at,
        raw_app_meta_data, raw_user_meta_data
      )
      select
        md5(email)::uuid, 'authenticated', 'authenticated', email, hashed.password, now(),
        '{"provider":"email","providers":["email"]}', '{}'
      from unnest(${emails}::text[]) as email, hashed
      on conflict (id) do nothing
      returning id, email
    )
    insert into auth.identities (id, provider, provider_id, user_id, identity_data)
    select
      id, 'email', id::text, id,
      jsonb_build_object('sub', id, 'email', email, 'email_verified', true)
    from users`;
}
