import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, setExperimental } from '@supabase/lite';
import { completeAccessToken } from './access-token.ts';
import { type Connection, openConnection } from './connection.ts';
import { createFileStorage } from './file-storage.ts';
import type { Secrets } from './secrets.ts';

export type Api = {
  handle(request: Request): Promise<Response>;
  /** Connects anew, after Postgres has been away; the old connections serve until then. */
  renew(): Promise<void>;
  close(): Promise<void>;
};

export type ApiOptions = {
  databaseUrl: string;
  secrets: Secrets;
  filesFolder: string;
  /** Brings the schema up to date, after the system schemas exist and before anybody asks. */
  migrate(): Promise<void>;
};

// Everything else that lite serves is a console without a lock.
const open = /^\/(rest|auth|storage)\/v1(\/|$)/;
const sqlFolder = join(import.meta.dirname, 'sql');

/** Supabase's REST, auth and storage API on a Postgres database. */
export async function createApi(options: ApiOptions): Promise<Api> {
  await mkdir(options.filesFolder, { recursive: true, mode: 0o700 });
  let parts = await openParts(options);
  return {
    handle: (request) => handle(request, parts),
    async renew() {
      const { connection } = parts;
      parts = await openParts({ ...options, migrate: async () => undefined });
      await endConnection(connection);
    },
    close: () => endConnection(parts.connection),
  };
}

async function openParts({
  databaseUrl,
  secrets,
  filesFolder,
  migrate,
}: ApiOptions): Promise<Parts> {
  const connection = openConnection(databaseUrl);
  try {
    const app = createApp(connection, secrets, filesFolder);
    const initialised = app.init();
    // Any earlier, and lite prints a warning in capitals; any later, and it leaves storage out.
    setExperimental('storage', true);
    await initialised;
    await app.ensureSystemSchema();
    await connection.driver.unsafe(await readFile(join(sqlFolder, 'bootstrap.sql'), 'utf8'));
    await migrate();
    await closeDoors(connection);
    return { app, connection, secrets, filesFolder };
  } catch (error) {
    await endConnection(connection);
    throw error;
  }
}

async function closeDoors(connection: Connection): Promise<void> {
  // Last: ensureSystemSchema has put lite's own versions back.
  await connection.driver.unsafe(await readFile(join(sqlFolder, 'auth-functions.sql'), 'utf8'));
  // Left to itself, lite grants everything to every role at its first request, and serves a
  // database without policies as superuser.
  Object.assign(connection, { rlsState: 'active' });
  await connection.clearSchemaCache();
  // As PostgREST: whoever changes the schema says so.
  await connection.driver.listen('pgrst', () => void connection.clearSchemaCache());
}

// With a time limit: a query that a dead Postgres owes an answer would be waited for.
function endConnection({ driver }: Connection): Promise<void> {
  return driver.end({ timeout: 2 });
}

function createApp(connection: Connection, secrets: Secrets, filesFolder: string) {
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      enable_signup: false,
      minimum_password_length: 10,
      email: { enable_signup: false, enable_confirmations: false },
    },
    storage: { enabled: true },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
  app._storageAdapter = createFileStorage(filesFolder);
  return app;
}

type Parts = { app: App; connection: Connection; secrets: Secrets; filesFolder: string };

async function handle(request: Request, { app, connection, secrets, filesFolder }: Parts) {
  const { pathname } = new URL(request.url);
  if (!open.test(pathname)) return Response.json({ message: 'Not found' }, { status: 404 });
  if (pathname === '/storage/v1/status') return storageStatus(connection, filesFolder);
  // lite takes a request for storage without any key for one with the publishable key.
  if (!request.headers.has('apikey') && !request.headers.has('authorization')) {
    return Response.json({ message: 'No API key found in request' }, { status: 401 });
  }
  const response = await app.fetch(request);
  if (!pathname.startsWith('/auth/v1/')) return response;
  return completeAccessToken(response, secrets.jwtSecret);
}

// lite answers "ok" whatever has become of its database and its files.
async function storageStatus(connection: Connection, filesFolder: string): Promise<Response> {
  try {
    await access(filesFolder, constants.R_OK | constants.W_OK);
    await connection.driver`select from storage.buckets limit 1`;
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'error' }, { status: 503 });
  }
}
