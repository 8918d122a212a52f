import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRequestClient } from '#supabase/clients.ts';
import { demoAccounts } from '#supabase/embedded/accounts.ts';
import { startBackend, type TestBackend } from '#support/database.ts';
import { clientOf, clientWithoutUser } from '#support/sign-in.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

test.for(demoAccounts)('$email ($is) signs in and is told who it is', async ({ email }) => {
  const client = await clientOf(backend, email);
  const { data } = await client.auth.getUser();
  expect(data.user?.email).toBe(email);
});

test('a wrong password is refused', async () => {
  const credentials = { email: 'owner@acme.test', password: 'not-the-password' };
  const { error } = await clientWithoutUser(backend).auth.signInWithPassword(credentials);
  expect(error?.code).toBe('invalid_credentials');
});

test('access tokens carry the claims that policies read, also after a refresh', async () => {
  const client = await clientOf(backend, 'owner@acme.test');
  const first = (await client.auth.getSession()).data.session;
  const second = (await client.auth.refreshSession()).data.session;
  for (const session of [first, second]) {
    expect(decodeJwt(session?.access_token ?? '')).toMatchObject({
      role: 'authenticated',
      email: 'owner@acme.test',
      app_metadata: { provider: 'email' },
      aal: 'aal1',
    });
  }
  expect(second?.refresh_token).not.toBe(first?.refresh_token);
});

test('only the system admin is one', async () => {
  const answers = await Promise.all(
    ['admin@ops.test', 'owner@acme.test', 'nobody@ops.test'].map(async (email) => {
      const { data } = await (await clientOf(backend, email)).rpc('is_system_admin');
      return data;
    }),
  );
  expect(answers).toEqual([true, false, false]);
});

test('a session lives in cookies that scripts cannot read, and ends with them', async () => {
  const jar = new Map<string, string>();
  const options: unknown[] = [];
  const open = () =>
    createRequestClient(backend.access, {
      header: [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
      setHeader: () => undefined,
      set(name, value, option) {
        options.push(option);
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      },
    });

  const { auth } = open();
  await auth.signInWithPassword({ email: 'owner@acme.test', password: backend.demoPassword });
  expect(options.length).toBeGreaterThan(0);
  for (const option of options) expect(option).toMatchObject({ httpOnly: true, sameSite: 'lax' });
  expect((await open().auth.getUser()).data.user?.email).toBe('owner@acme.test');

  await open().auth.signOut();
  expect([...jar.keys()]).toEqual([]);
});

test('a call ends when its time is up, whatever hangs', async () => {
  backend.pausePostgres();
  const started = performance.now();
  const client = createRequestClient(
    backend.access,
    { header: null, set: () => undefined, setHeader: () => undefined },
    { timeoutMs: 300 },
  );
  const { error } = await client.from('tenants').select();
  expect(error).not.toBeNull();
  expect(performance.now() - started).toBeLessThan(3_000);
  await backend.resumePostgres();
});
