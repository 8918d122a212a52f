import { expect, test } from 'vitest';
import { contractAnchor } from '#drift/anchors/contract.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';

const files = {
  'package.json': '{ "name": "api" }',
  'src/app.ts': [
    "import express from 'express';",
    "import { healthRouter } from './health.ts';",
    "import { sendOrder } from './orders.ts';",
    'const app = express();',
    "app.use('/api', healthRouter);",
    "app.get('/version', (req, res) => res.json({ version: '1', build: { commit: 'a' } }));",
    "app.route('/orders').get((req, res) => res.status(206).json([])).post(sendOrder);",
    "app.get('/broken', (req, res) => { throw new Error('no'); res.status(202).end(); });",
    "app.get('/passed', async (req, res) => { const { status } = await fetch('x'); res.status(status).json({}); });",
    "app.get('/spread', async (req, res) => res.json({ ok: true, ...(await fetch('x')) }));",
  ].join('\n'),
  'src/orders.ts':
    "import { db } from './db.ts';\nexport async function sendOrder(req, res) {\n  await db.query('insert');\n  res.status(201).json({ id: 1 });\n}",
  'src/db.ts': "import pg from 'pg';\nexport const db = new pg.Pool();",
  'src/health.ts': [
    "import { Router } from 'express';",
    "import { db } from './db.ts';",
    "import { listBuckets } from './storage.ts';",
    'export const healthRouter = Router();',
    "healthRouter.get('/health', async (req, res) => {",
    '  const checks = { database: await db.query("select 1"), storage: await listBuckets() };',
    '  const ok = Object.values(checks).every(Boolean);',
    "  res.status(ok ? 200 : 503).json({ status: ok ? 'up' : 'down', checks });",
    '});',
  ].join('\n'),
  'src/storage.ts': 'export const listBuckets = async () => true;',
  'src/plugin.ts': [
    'export default async function plugin(fastify) {',
    '  const status = 207;',
    '  const answer = (reply) => reply.code(status).send({ size: 1 });',
    "  fastify.get('/sizes', async (request, reply) => answer(reply));",
    "  fastify.route({ method: 'DELETE', url: '/sizes/:id', handler: async (request, reply) => reply.code(204).send() });",
    "  fastify.get('/pools', async (request, reply) => { await fastify.pg.query(''); return reply.code(207).send({}); });",
    '}',
  ].join('\n'),
  'src/hono.ts': [
    "const route = createRoute({ method: 'get', path: '/items', responses: {} });",
    'app.openapi(route, (c) => c.json({ items: [] }, 203));',
    "app.openapi(createRoute({ method: 'post', path: '/items', responses: {} }), (c) => c.json({}, 201));",
  ].join('\n'),
  'src/koa.ts':
    "router.get('/time', (ctx) => { ctx.status = 226; ctx.body = { now: Date.now() }; });",
  'src/errors.ts': "app.get('/safe', (req, res) => res.status(202).end());",
  'src/hung.ts':
    "app.get('/hung', async (req, res) => res.status(202).json(await req.catalog.list()));",
  'src/one.ts': "app.get('/twice', (req, res) => res.status(202).end());",
  'src/two.ts': "app.get('/twice', (req, res) => res.status(202).end());",
};

function examine(markdown: string, more: Readonly<Record<string, string>> = {}) {
  const repository = repositoryWith({ files: { ...files, ...more, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => contractAnchor.examine(mention, repository));
}

test('database, storage and both statuses are proven from the handler and what it calls', () => {
  const page = '`GET /api/health` checks database + storage and returns 200 or 503.';
  expect(examine(page)).toMatchObject([
    { text: '200', resolution: { status: 'found', evidence: { file: 'src/health.ts', line: 8 } } },
    { text: '503', resolution: { status: 'found', evidence: { file: 'src/health.ts', line: 8 } } },
    { text: 'database', resolution: { status: 'found', evidence: { file: 'src/health.ts' } } },
    { text: 'storage', resolution: { status: 'found', evidence: { file: 'src/health.ts' } } },
  ]);
});

test.for([
  ['an inline handler', '`/version` returns `{ version, build }`.', 'src/app.ts', 6],
  ['a named handler that is imported', '`POST /orders` answers 201.', 'src/orders.ts', 4],
  ['the method of a chain', '`GET /orders` answers 206.', 'src/app.ts', 7],
  ['a function beside it', '`GET /sizes` answers 207.', 'src/plugin.ts', 2],
  ['a described route', '`DELETE /sizes/{id}` answers 204.', 'src/plugin.ts', 5],
  ['a route that is described before', '`GET /items` answers 203.', 'src/hono.ts', 2],
  ['a route described in the call', '`POST /items` answers 201.', 'src/hono.ts', 3],
  ['an assignment', '`/time` responds with `now` and `now`.', 'src/koa.ts', 1],
  ['a heading', '## `GET /time`\n\nReturns 226.', 'src/koa.ts', 1],
  ['a row of a table', '| Endpoint | Status |\n|---|---|\n| `GET /time` | 226 |', 'src/koa.ts', 1],
] as const)('%s proves a statement', ([, page, file, line]) => {
  expect(examine(page).at(-1)).toMatchObject({
    resolution: { status: 'found', evidence: { file, line } },
  });
});

test.for([
  ['a status', '`GET /api/health` returns 200 or 502.', 'it answers 200, 503'],
  [
    'a field of the answer',
    '`/version` returns `{ version, uptime }`.',
    'it answers version, build',
  ],
  [
    'a named field',
    '`/version` responds with `version` and `uptime`.',
    'it answers version, build',
  ],
  [
    'the field of a sentence',
    '`/version` answers with the `uptime` field.',
    'it answers version, build',
  ],
  [
    'a component',
    '`GET /api/health` checks database and redis.',
    'nothing that it calls names "redis"',
  ],
  ['a status of the method', '`POST /orders` returns 206.', 'it answers 201'],
  [
    'a status in a row',
    '| Endpoint | Status |\n|---|---|\n| `GET /time` | 202 |',
    'it answers 226',
  ],
] as const)('%s that the handler does not give is contradicted', ([, page, actual]) => {
  expect(examine(page).at(-1)).toMatchObject({
    resolution: { status: 'contradicted', code: 'contract-differs', actual },
  });
});

test.for([
  ['an error that somebody else turns into an answer', '`/broken` returns 409.'],
  ['a status from another answer', '`/passed` returns 409.'],
  ['a spread', '`/spread` returns `{ uptime }`.'],
  ['a value from elsewhere', '`GET /api/health` answers with the `uptime` field.'],
  ['what the handler is handed', '`GET /pools` returns 409.'],
  ['what hangs on the request', '`GET /hung` returns 409.'],
  ['a status that a validator answers', '`/version` returns 422.'],
  ['a variable that a middleware may need', '`/version` needs `API_TOKEN`.'],
  ['a sentence about something else', '## `GET /time`\n\nStripe answers 402.'],
] as const)('%s leaves the statement open', ([, page]) => {
  expect(examine(page).at(-1)).toMatchObject({ resolution: { status: 'unknown' } });
});

test('an error that the application answers leaves the statement open', () => {
  const page = '`GET /safe` returns 409.';
  const handler = 'app.use((err, req, res, next) => res.status(err.status).end());';
  expect(examine(page)).toMatchObject([{ resolution: { status: 'contradicted' } }]);
  expect(examine(page, { 'src/last.ts': handler })).toMatchObject([
    { resolution: { status: 'unknown' } },
  ]);
});

test.for([
  '`/version` has 349 users.',
  '`/version` answers 349.',
  '`/twice` returns 409.',
  '`GET /items/count` returns 409.',
  '`/users/me` returns 409.',
])('%s states nothing of a handler of its own', (page) => {
  expect(examine(page)).toEqual([]);
});
