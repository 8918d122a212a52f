import { expect, test } from 'vitest';
import { routeAnchor } from '#drift/anchors/route.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'apps/web/next.config.mjs': '',
  'apps/web/src/app/api/users/[id]/route.ts':
    'export async function GET() {}\nexport async function DELETE() {}',
  'apps/web/src/app/(marketing)/about/page.tsx': '',
  'apps/web/src/app/api/teams/route.ts': 'export const POST = handler;',
  'apps/web/src/app/api/health/route.ts': 'export { handler as GET };',
  'kit/svelte.config.js': '',
  'kit/src/routes/blog/[slug]/+server.ts': 'export const GET = () => {};',
  'nuxt/nuxt.config.ts': '',
  'nuxt/server/api/orders/[id].get.ts': '',
  'remix/react-router.config.ts': '',
  'remix/app/routes/_auth+/invoices.$id.tsx': '',
  'site/astro.config.mjs': '',
  'site/src/pages/feed/[tag].xml.ts': 'export const GET = () => {};',
  'server/src/main.ts': [
    "app.route('/v1', api);",
    "api.route('/monitor', monitors);",
    "monitors.get('/:id/summary', summary);",
    "server.route({ method: 'POST', url: '/jobs/:id/retry' });",
    "const contract = { method: 'POST', path: '/v2/templates/:templateId/copy' };",
    "api.get('/a', a); api.get('/b', b); api.get('/c', c); api.get('/d', d); api.get('/e', e);",
  ].join('\n'),
  'client/src/calls.ts': "axios.get('/v1/forgotten');",
  'api/main.go': 'r.Post("/admin/users", create)\nr.Get("/admin/users/{id}", show)',
  'api/app.py': '@app.route("/reports/<int:id>", methods=["PUT"])',
  'web/urls.py': "urlpatterns = [path('jobs', a), path('jobs/new', b), path('jobs/old', c)]",
  'kit/src/routes/authors/[id]/+page.svelte': '',
  'api/generated/spec.yaml': 'openapi: 3.1.0\npaths:\n  /queries/{id}:\n    get:\n',
  'docs/openapi.yaml': [
    'openapi: 3.0.0',
    'paths:',
    '  /pets/{id}:',
    '    get:',
    '      summary: One pet',
  ].join('\n'),
};

function examine(markdown: string) {
  const repository = repositoryWith({ files: { ...files, 'README.md': markdown } });
  return mentionsIn(markdown).flatMap((mention) => routeAnchor.examine(mention, repository));
}

test.for([
  ['`GET /queries/{id}`', 'api/generated/spec.yaml', 4],
  ['`GET /api/users/{id}`', 'apps/web/src/app/api/users/[id]/route.ts', 1],
  ['`DELETE /api/users/:id`', 'apps/web/src/app/api/users/[id]/route.ts', 2],
  ['`/api/teams`', 'apps/web/src/app/api/teams/route.ts', 1],
  ['`/about`', 'apps/web/src/app/(marketing)/about/page.tsx', 1],
  ['`GET` `/api/health`', 'apps/web/src/app/api/health/route.ts', 1],
  ['`GET /blog/{slug}`', 'kit/src/routes/blog/[slug]/+server.ts', 1],
  ['`GET /api/orders/42`', 'nuxt/server/api/orders/[id].get.ts', 1],
  ['`/invoices/:id`', 'remix/app/routes/_auth+/invoices.$id.tsx', 1],
  ['`/feed/[tag].xml`', 'site/src/pages/feed/[tag].xml.ts', 1],
  ['`GET /v1/monitor/{id}/summary`', 'server/src/main.ts', 3],
  ['`POST /jobs/{id}/retry`', 'server/src/main.ts', 4],
  ['`POST /jobs/*/retry`', 'server/src/main.ts', 4],
  ['`POST /api/v2/templates/{id}/copy`', 'server/src/main.ts', 5],
  ['`POST /admin/users`', 'api/main.go', 1],
  ['`PUT /reports/{id}`', 'api/app.py', 1],
  ['`GET /pets/{petId}`', 'docs/openapi.yaml', 4],
  ['`/v1/*`', 'server/src/main.ts', 1],
  [
    '```sh\ncurl -X DELETE http://localhost:3000/api/users/7\n```',
    'apps/web/src/app/api/users/[id]/route.ts',
    2,
  ],
  ['```sh\ncurl http://localhost:3000/admin/users \\\n  -d name=x\n```', 'api/main.go', 1],
  ['```http\nGET /api/health\n```', 'apps/web/src/app/api/health/route.ts', 1],
  [
    '| Method | Path |\n|---|---|\n| POST | `/api/teams` |',
    'apps/web/src/app/api/teams/route.ts',
    1,
  ],
  ['Send a POST /api/teams request.', 'apps/web/src/app/api/teams/route.ts', 1],
] as const)('%s is found', ([markdown, file, line]) => {
  expect(examine(markdown)).toMatchObject([
    { resolution: { status: 'found', evidence: { file, line } } },
  ]);
});

test.for([
  ['`DELETE /v1/api-key/{id}`', { status: 'missing', strength: 'stated' }],
  ['`PATCH /api/users/{id}`', { status: 'missing', strength: 'stated' }],
  ['`GET /v1/forgotten`', { status: 'unknown' }],
  ['```http\nDELETE /v1/api-key\n```', { status: 'missing', strength: 'guessed' }],
  ['`GET /api/v3/teams`', { status: 'missing', strength: 'guessed' }],
  ['`POST /jobs/run`', { status: 'missing', strength: 'guessed' }],
  ['`PUT /authors/{id}`', { status: 'missing', strength: 'guessed' }],
  ['`POST /webhook`', { status: 'missing', strength: 'guessed', word: 'webhook' }],
  [
    '`POST /v2/templates/copy`',
    { status: 'contradicted', actual: 'POST /v2/templates/:templateId/copy' },
  ],
] as const)('%s is not answered', ([markdown, resolution]) => {
  expect(examine(markdown)).toMatchObject([{ resolution }]);
});

test.for([
  '`/etc/hosts`',
  '`/usr/local/bin`',
  '`GET https://api.example.com/users`',
  '`GET /foo/bar`',
  '`POST /v2/something`',
  '`POST /v1/chat/completions`',
  '```sh\ncurl https://api.stripe.com/v1/forgotten\n```',
  '`GET /path/to/{id}`',
])('%s names no route of the repository', (markdown) => {
  expect(examine(markdown)).toEqual([]);
});

test.for([
  ['GET /api/health', 'drifted'],
  ['GET /api/health?since=<day>', 'holds'],
] as const)('"There is no `%s`" is %s', ([route, verdict], { expect }) => {
  const claims = verdictsOn(`There is no \`${route}\` endpoint.`, { files, kinds: ['route'] });
  expect(claims).toEqual([`route ${route} ${verdict}`]);
});

test('a skill tells of the API of another program', () => {
  const verdicts = verdictsOn('Call `DELETE /v1/api-key/{id}`.', {
    ...{ files, page: '.claude/skills/errors/SKILL.md', kinds: ['route'] },
  });
  expect(verdicts).toEqual(['route DELETE /v1/api-key/{id} unproven']);
});

const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };

test.for([
  ['`/pricing`', [], []],
  ['`/pricing`', ['apps/web/src/app/(marketing)/pricing/page.tsx'], ['/pricing drifted']],
  ['`/about`', ['apps/web/src/app/about/page.tsx'], ['/about holds']],
  ['`/export/json`', ['apps/web/src/app/[tenant]/export/json/route.ts'], ['/export/json drifted']],
  ['`/json`', ['apps/web/src/app/[tenant]/json/route.ts'], []],
  ['`/summary`', [], []],
  ['`/robots.txt`', ['remix/app/routes/_seo/robots[.]txt.ts'], ['/robots.txt drifted']],
  ['`/api/guarded`', ['apps/web/src/app/api/guarded/route.ts'], ['/api/guarded drifted']],
  ['`/api/guarded`', ['examples/web/src/app/api/guarded/route.ts'], ['/api/guarded unproven']],
] as const)('%s, of which history removed %o, is %o', ([markdown, paths, expected]) => {
  const removed = Object.fromEntries(paths.map((path) => [path, removal]));
  const history = { removed, writtenOn: '2026-01-01' };
  const verdicts = verdictsOn(`Visit ${markdown}.`, { files, ...history, kinds: ['route'] });
  expect(verdicts).toEqual(expected.map((text) => `route ${text}`));
});

test.for([
  ['`POST /api/v1/orders/copy`', "const form = '/copy/orders';", 'drifted'],
  ['`POST /api/v1/orders/copy`', "const form = '/orders/copy';", 'unproven'],
  ['`POST /api/v1/orders/{id}/copy`', "const form = '/copy/orders';", 'unproven'],
] as const)('%s, which a route declared before, is %o now: %s', ([route, source, verdict]) => {
  const loss = { commit: 'a'.repeat(40), date: '2026-05-01', file: 'src/main.ts', line: 1 };
  const verdicts = verdictsOn(`Call ${route}.`, {
    files: { 'src/form.ts': source },
    lost: { '/orders/copy': loss },
    kinds: ['route'],
  });
  expect(verdicts.map((text) => text.split(' ').at(-1))).toEqual([verdict]);
});

test('a word that only a parameter of some router would take is not proven', () => {
  const routers = {
    'src/main.ts': "app.use('/oauth', oauth);\napp.use('/users', users);",
    'src/users.ts': "users.get('/:id', show);",
  };
  const verdicts = verdictsOn('Call `GET /oauth/token`, then `GET /users/42`.', {
    files: routers,
    kinds: ['route'],
  });
  expect(verdicts).toEqual(['route GET /oauth/token unproven', 'route GET /users/42 holds']);
});

test('a page of a site does not answer for a server behind a base', () => {
  const verdicts = verdictsOn('Call `GET /api/pricing`.', {
    files: { 'web/next.config.mjs': '', 'web/app/pricing/page.tsx': '' },
    kinds: ['route'],
  });
  expect(verdicts).toEqual(['route GET /api/pricing unproven']);
});

test('a word that every sample of a request has is no receipt', () => {
  const place = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'infra/main.tf', line: 1 };
  const on = (path: string) =>
    verdictsOn(`Call \`GET ${path}\`.`, {
      files: { 'infra/outputs.tf': '' },
      lost: { resource: place, parcels: place },
      kinds: ['route'],
    });
  expect(on('/resource')).toEqual(['route GET /resource unproven']);
  expect(on('/parcels')).toEqual(['route GET /parcels drifted']);
});
