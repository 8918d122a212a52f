import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFrontServer } from '#server/front-server.ts';
import type { Render } from '#server/render-route.ts';
import type { StaticFile } from '#server/static-files.ts';

const html = 'text/html; charset=utf-8';
const page = (text: string): StaticFile => ({
  type: html,
  hash: `hash-of-${text}`,
  isImmutable: false,
  bodies: { identity: Buffer.from(text), br: Buffer.from(`br ${text}`) },
});
const files = new Map<string, StaticFile>([
  ['/', page('home')],
  ['/runbooks/a', page('a')],
  ['/404', page('no such page')],
  ['/500', page('failed')],
  ['/_astro/x.js', { ...page('x'), type: 'text/javascript', isImmutable: true }],
]);

const routes: Record<string, Render> = {
  '/api/long': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    for (let i = 0; i < 100; i += 1) response.write(`${'row '.repeat(20)}\n`);
    response.end();
  },
  '/api/image': (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end('png');
  },
  '/api/throws': () => Promise.reject(new Error('secret host db.internal')),
  '/api/hangs': () => undefined,
};

const logged: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createFrontServer({
    files,
    deadlineMs: 100,
    log: (level, event, fields) => logged.push(JSON.stringify({ level, event, ...fields })),
    render: (request, response, next) => {
      const route = routes[(request.url ?? '').replace(/\?.*/, '')];
      return route ? route(request, response, next) : next();
    },
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

type Ask = { method?: string; headers?: Record<string, string>; body?: string };

async function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const request = httpRequest({ host: '127.0.0.1', port, path, method, headers });
  request.end(body);
  const [response]: IncomingMessage[] = await once(request, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response ?? []) chunks.push(Buffer.from(chunk));
  return {
    status: response?.statusCode,
    headers: response?.headers ?? {},
    body: Buffer.concat(chunks),
  };
}

test.for(['/', '/nope', '/api/long', '/api/throws', '/a%2fb'])(
  '%s carries every security header and a request id',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
    });
  },
);

test('a page is sent in the smallest form the client takes', async () => {
  const { body, headers } = await ask('/runbooks/a', { headers: { 'accept-encoding': 'br' } });
  expect(body.toString()).toBe('br a');
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  const plain = await ask('/runbooks/a', { headers: { 'accept-encoding': 'gzip' } });
  expect(plain.body.toString()).toBe('a');
  expect(plain.headers['content-encoding']).toBeUndefined();
});

test.for(['"hash-of-a"', 'W/"hash-of-a-br"', '"other", "hash-of-a-br"', '*'])(
  'a client that has the page under %s gets 304 and no body',
  async (tag) => {
    const { status, body, headers } = await ask('/runbooks/a', {
      headers: { 'if-none-match': tag },
    });
    expect([status, body.length]).toEqual([304, 0]);
    expect(headers.etag).toBe('"hash-of-a"');
  },
);

test('HEAD has the headers of GET and no body', async () => {
  const { status, headers, body } = await ask('/runbooks/a', { method: 'HEAD' });
  expect([status, headers['content-length'], body.length]).toEqual([200, '1', 0]);
});

test('only hashed assets are kept for ever', async () => {
  expect((await ask('/_astro/x.js')).headers['cache-control']).toContain('immutable');
  expect((await ask('/')).headers['cache-control']).toBe('public, no-cache');
  expect((await ask('/api/long')).headers['cache-control']).toBe('private, no-store');
});

test.for([
  ['/nope', 404, 'no such page'],
  ['/api/throws', 500, 'failed'],
] as const)('%s is an honest %i', async ([path, expected, text]) => {
  const { status, body, headers } = await ask(path);
  expect([status, body.toString()]).toEqual([expected, text]);
  expect(headers['cache-control']).toBe('no-store');
});

test('what a route throws reaches the log and not the client', async () => {
  const { body } = await ask('/api/throws?token=t0k3n');
  expect(body.toString()).not.toContain('db.internal');
  expect(logged.at(-2) ?? '').toContain('route-failed');
  expect(logged.join('\n')).not.toContain('t0k3n');
});

test('a route that does not answer ends with 504 at the deadline', async () => {
  expect((await ask('/api/hangs')).status).toBe(504);
});

test.for([
  ['DELETE', '/runbooks/a', 405, 'GET, HEAD, POST'],
  ['POST', '/runbooks/a', 405, 'GET, HEAD'],
  ['TRACE', '/api/long', 405, 'GET, HEAD, POST'],
] as const)('%s %s is %i', async ([method, path, expected, allow]) => {
  const { status, headers } = await ask(path, { method });
  expect([status, headers.allow]).toEqual([expected, allow]);
});

test('a body over the limit is refused before any route reads it', async () => {
  const headers = { 'content-length': String(65 * 1024) };
  const { status } = await ask('/api/long', {
    method: 'POST',
    headers,
    body: 'x'.repeat(65 * 1024),
  });
  expect(status).toBe(413);
});

test.for([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)(
  'the answer of a route is compressed with %s, cookies intact',
  async ([encoding, open]) => {
    const { headers, body } = await ask('/api/long', { headers: { 'accept-encoding': encoding } });
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'set-cookie': ['a=1', 'b=2'] });
    expect(open(body).toString()).toBe(`${'row '.repeat(20)}\n`.repeat(100));
    expect(body.length).toBeLessThan(800);
  },
);

test('what does not shrink is sent as it is', async () => {
  const { headers, body } = await ask('/api/image', { headers: { 'accept-encoding': 'br' } });
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'png']);
});

test('a trailing slash leads to the page without it', async () => {
  const { status, headers } = await ask('/runbooks/a/?x=1');
  expect([status, headers.location]).toEqual([308, '/runbooks/a?x=1']);
});

test('a request is logged with its path and status, without query, cookie or header', async () => {
  const headers = { cookie: 'sb-token=c00kie', authorization: 'Bearer b34rer' };
  await ask('/runbooks/a?code=qu3ry', { headers });
  const line = JSON.parse(logged.at(-1) ?? '{}');
  expect(line).toMatchObject({ event: 'request', method: 'GET', path: '/runbooks/a', status: 200 });
  expect(logged.join('\n')).not.toMatch(/c00kie|b34rer|qu3ry/);
});
