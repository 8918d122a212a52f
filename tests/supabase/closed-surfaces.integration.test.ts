import { afterAll, beforeAll, test } from 'vitest';
import { startBackend, type TestBackend } from '#support/database.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

test.for([
  '/',
  '/_system',
  '/_system/info',
  '/_system/config',
  '/_system/introspect',
  '/_system/studio',
  '/studio',
  '/project/default',
  '/api/anything',
  '/rest/v2/tenants',
  '/rest/v1x',
  '/functions/v1/hello',
  '/realtime/v1/websocket',
  '//_system/info',
  '/rest/v1/../../_system/info',
  '/rest/v1/%2e%2e/%2e%2e/_system/info',
])('GET %s is not there, with the service key or without', async (path, { expect }) => {
  const bare = await fetch(backend.url + path);
  const withKey = await fetch(backend.url + path, { headers: { apikey: backend.secretKey } });

  expect([bare.status, withKey.status]).toEqual([404, 404]);
  expect(await withKey.text()).toBe('{"message":"Not found"}');
});

test.for([
  ['/rest/v1/tenants', undefined, 401],
  ['/rest/v1/tenants', 'sb_publishable_wrong', 401],
  ['/rest/v1/', undefined, 401],
  ['/auth/v1/user', undefined, 401],
  ['/storage/v1/bucket', undefined, 401],
] as const)('GET %s with the key %s answers %i', async ([path, apikey, status], { expect }) => {
  const headers = apikey ? { apikey } : new Headers();
  const response = await fetch(backend.url + path, { headers });
  expect(response.status).toBe(status);
});

test('storage says "ok" in its body', async ({ expect }) => {
  const response = await fetch(`${backend.url}/storage/v1/status`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

test('nobody can sign up', async ({ expect }) => {
  const response = await fetch(`${backend.url}/auth/v1/signup`, {
    method: 'POST',
    headers: { apikey: backend.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'new@acme.test', password: 'long-enough-password' }),
  });
  expect(response.status).toBe(422);
});

test('a killed Postgres is seen in the storage body, and it recovers', async ({ expect }) => {
  backend.killPostgres();
  const down = await fetch(`${backend.url}/storage/v1/status`);
  expect([down.status, await down.json()]).toEqual([503, { status: 'error' }]);

  await backend.resumePostgres();
  const up = await fetch(`${backend.url}/storage/v1/status`);
  expect([up.status, await up.json()]).toEqual([200, { status: 'ok' }]);
});
