import { beforeAll, expect, test } from 'vitest';
import { contractAnchor } from '#drift/anchors/contract.ts';
import { loadSqlParser } from '#drift/repository/sql-parser.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';

const files = {
  'package.json': '{ "name": "site", "imports": { "#lib/*": "./src/lib/*" } }',
  'tsconfig.json':
    '{\n  // comments are allowed\n  "compilerOptions": { "paths": { "@/*": ["./src/*"] } },\n}',
  'astro.config.mjs': '',
  'src/pages/api/health.ts': [
    "import { json } from '#lib/respond.ts';",
    "import { readHealth } from '@/lib/health';",
    'export async function GET() {',
    '  const health = await readHealth();',
    "  return json(health.ok ? 200 : 503, { status: 'ok' });",
    '}',
  ].join('\n'),
  'src/lib/respond.ts': [
    'export function json(status: number, body: object) {',
    '  return new Response(JSON.stringify(body), { status });',
    '}',
    'export function teapot() {',
    '  return new Response(null, { status: 418 });',
    '}',
  ].join('\n'),
  'src/lib/health.ts': [
    "export { readHealth } from './read.ts';",
    'export const unused = process.env.UNUSED_KEY;',
  ].join('\n'),
  'src/lib/read.ts': [
    "import { createClient } from '@supabase/supabase-js';",
    'const client = () => createClient(process.env.SUPABASE_URL, process.env.SUPABASE_SERVICE_ROLE_KEY);',
    'export async function readHealth() {',
    "  const { error } = await client().from('tenants').select();",
    '  const { data } = await client().storage.listBuckets();',
    '  return { ok: !error && data };',
    '}',
  ].join('\n'),
  'src/pages/api/metrics.ts':
    "export const GET = async (context) => json(200, await context.client.rpc('system_metrics'));",
  'supabase/migrations/1.sql':
    'create table page_views (id int);\ncreate function public.system_metrics() returns json as $$\n  select count(*) from page_views;\n$$ language sql;',
  'src/pages/api/proxy.ts': "import { x } from '#lib/gone.ts';\nexport const GET = () => x();",
};

beforeAll(() => loadSqlParser());

function examine(markdown: string) {
  const repository = repositoryWith({ files: { ...files, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => contractAnchor.examine(mention, repository));
}

test('each statement about the handler is proven by the code it reaches', () => {
  const page =
    '`GET /api/health` checks database + storage using `SUPABASE_SERVICE_ROLE_KEY` and returns `200` or `503`.';
  const health = 'src/pages/api/health.ts';
  const read = 'src/lib/read.ts';
  expect(examine(page)).toMatchObject([
    { text: '200', resolution: { status: 'found', evidence: { file: health, line: 5 } } },
    { text: '503', resolution: { status: 'found', evidence: { file: health, line: 5 } } },
    {
      text: 'SUPABASE_SERVICE_ROLE_KEY',
      resolution: { status: 'found', evidence: { file: read, line: 2 } },
    },
    { text: 'database', resolution: { status: 'found', evidence: { file: read } } },
    { text: 'storage', resolution: { status: 'found', evidence: { file: read, line: 5 } } },
  ]);
});

test.for([
  ['a status', '`/api/health` answers 418 when it is tired.', '418'],
  ['another status', '`/api/health` returns `200` or `502`.', '502'],
  ['a variable', '`/api/health` answers with `UNUSED_KEY`.', 'UNUSED_KEY'],
  ['a component', '`/api/health` checks redis.', 'redis'],
  ['a field', '`/api/health` returns `{ uptime }`.', 'uptime'],
] as const)('%s that the handler cannot reach is contradicted', ([, page, text]) => {
  expect(examine(page).at(-1)).toMatchObject({
    text,
    resolution: {
      status: 'contradicted',
      code: 'contract-differs',
      evidence: { file: 'src/pages/api/health.ts', line: 3 },
    },
  });
});

test.for([
  ['an import that leads nowhere', '`/api/proxy` returns `202`.'],
  ['what a framework answers', '`/api/health` returns `404` elsewhere.'],
  ['a case', 'If `/api/health` answers `502`, restart the proxy.'],
  ['somebody else who answers', '`/api/health` lies behind nginx, which returns `502`.'],
  ['a number before the endpoint', 'HTTP 502 from `/api/health` means that nothing runs.'],
  ['what is asked', '`/api/health` returns `200` when it is given `{ uptime }`.'],
] as const)('%s leaves the statement open', ([, page]) => {
  expect(examine(page).at(-1)).toMatchObject({ resolution: { status: 'unknown' } });
});

test('a table is proven by the SQL function that the code calls', () => {
  expect(examine('`/api/metrics` counts `page_views`.')).toMatchObject([
    {
      text: 'page_views',
      resolution: { status: 'found', evidence: { file: 'supabase/migrations/1.sql', line: 3 } },
    },
  ]);
});

test('a field that the code writes is proven', () => {
  expect(examine('`/api/health` returns `{ status }`.')).toMatchObject([
    { text: 'status', resolution: { status: 'found' } },
  ]);
});

test.for([
  '`/api/health` answers within 500 ms.',
  '`/api/elsewhere` returns `502`.',
  'A page returns `502`.',
  '`/api/health` never returns `502`.',
  'The proxy listens on port 443 before `/api/health`.',
  "Stripe's `/api/health` answers `502`.",
  'When `/api/health` is red, check the database.',
  '`/api/health` runs the tests of `redis-cache`.',
])('%s states nothing of the handler', (page) => {
  expect(examine(page)).toEqual([]);
});
