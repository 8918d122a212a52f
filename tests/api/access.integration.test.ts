import { expect, test } from 'vitest';
import { type Browser, browse, signIn } from '#support/browse.ts';
import { setBackend, setSite } from '#support/stage.ts';

const backend = setBackend();
const site = setSite(backend);
const browsers = new Map<string, Browser>();

const visitors = {
  nobody: null,
  'without a tenant': 'nobody@ops.test',
  'member of acme': 'member@acme.test',
  'admin of acme': 'admin@acme.test',
  'owner of acme': 'owner@acme.test',
  'owner of globex': 'owner@globex.test',
  'system admin': 'admin@ops.test',
} as const;
type Visitor = keyof typeof visitors;

async function as(visitor: Visitor): Promise<Browser> {
  const known = browsers.get(visitor);
  if (known) return known;
  const email = visitors[visitor];
  const browser = email
    ? await signIn(site().url, { email, password: backend().demoPassword })
    : browse(site().url);
  browsers.set(visitor, browser);
  return browser;
}

const acme = '0a000000-0000-4000-8000-000000000001';
const globex = '0a000000-0000-4000-8000-000000000002';
const noTenant = '0a000000-0000-4000-8000-00000000ffff';
const logOf = (tenant: string) => `/api/tenants/${tenant}/audit-logs`;

const paths = [
  '/livez',
  '/readyz',
  '/api/health',
  '/api/system/metrics',
  logOf(acme),
  `${logOf(acme)}?format=csv`,
  logOf(globex),
  `${logOf(globex)}?format=csv`,
  logOf(noTenant),
  '/sign-in',
  '/admin/system-health',
  '/admin/audit-logs',
  '/admin/audit-logs?tenant=acme',
  '/admin/audit-logs?tenant=globex',
  '/admin/audit-logs?tenant=no-such-tenant',
  '/fragments/health',
  '/fragments/metrics',
  '/fragments/audit-log?tenant=acme',
];

/** The status of each path above, per visitor. */
const expected: Readonly<Record<Visitor, readonly number[]>> = {
  nobody: [
    200, 200, 200, 401, 401, 401, 401, 401, 401, 200, 303, 303, 303, 303, 303, 200, 200, 200,
  ],
  'without a tenant': [
    200, 200, 200, 403, 404, 404, 404, 404, 404, 200, 403, 403, 403, 403, 403, 200, 200, 200,
  ],
  'member of acme': [
    200, 200, 200, 403, 403, 403, 404, 404, 404, 200, 403, 403, 403, 403, 403, 200, 200, 200,
  ],
  'admin of acme': [
    200, 200, 200, 403, 200, 200, 404, 404, 404, 200, 403, 200, 200, 403, 403, 200, 200, 200,
  ],
  'owner of acme': [
    200, 200, 200, 403, 200, 200, 404, 404, 404, 200, 403, 200, 200, 403, 403, 200, 200, 200,
  ],
  'owner of globex': [
    200, 200, 200, 403, 404, 404, 200, 200, 404, 200, 403, 200, 403, 200, 403, 200, 200, 200,
  ],
  'system admin': [
    200, 200, 200, 200, 200, 200, 200, 200, 404, 200, 200, 200, 200, 200, 403, 200, 200, 200,
  ],
};

const rows = Object.entries(expected).flatMap(([visitor, statuses]) =>
  paths.map((path, at) => [visitor, path, statuses[at] ?? 0] as const),
);

function isVisitor(name: string): name is Visitor {
  return name in visitors;
}

test.for(rows)('%s at %s gets %i, which no cache keeps', async ([visitor, path, status]) => {
  if (!isVisitor(visitor)) throw new Error(`No visitor ${visitor}`);
  const browser = await as(visitor);
  const response = await browser.get(path);
  const body = await response.text();
  expect(response.status).toBe(status);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  if (status !== 200) expect(body).not.toMatch(/@(acme|globex|initech)\.test,|occurred_at/);
});

test.for(paths)('HEAD %s has the status of GET and no body', async (path) => {
  const browser = await as('system admin');
  const [get, head] = await Promise.all([browser.get(path), browser.get(path, { method: 'HEAD' })]);
  await get.body?.cancel();
  expect(head.status).toBe(get.status);
  expect(await head.text()).toBe('');
});

test.for([
  ['POST', '/api/health'],
  ['POST', '/api/system/metrics'],
  ['POST', logOf(acme)],
  ['POST', '/livez'],
  ['POST', '/readyz'],
  ['DELETE', '/api/health'],
  ['PUT', logOf(acme)],
] as const)('%s %s is no method of this address', async ([method, path]) => {
  const browser = await as('system admin');
  const response = await browser.get(path, { method, headers: { origin: site().url } });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toContain('GET');
});

test('signing out takes a post, not a link', async () => {
  const response = await browse(site().url).get('/sign-out');
  expect(response.status).toBe(405);
});

test.for([
  '/api%2Fsystem/metrics',
  '/%61pi/system/metrics',
  '/api/system/%6detrics',
  '//api/system/metrics',
  '/api//system/metrics',
  '/api/./system/metrics',
  '/x/../api/system/metrics',
  '/api/system/metrics/',
  '/API/system/metrics',
  '/api\\system\\metrics',
  '/api/system/metrics%00',
  '/api/system/metrics%3f',
  '/api/system/metrics;x',
  `/api/tenants/${globex}/audit-logs%2f`,
  `/api/tenants/${globex.toUpperCase()}/audit-logs`,
  `/api/tenants/${globex}%20/audit-logs`,
  `/%61dmin/audit-logs?tenant=globex`,
])('no spelling of an address walks past the check: %s', async (path) => {
  const member = await as('member of acme');
  const response = await member.get(path);
  expect([303, 308, 400, 401, 403, 404]).toContain(response.status);
  expect(await response.text()).not.toContain('globex.test');
});

test.for([
  ['nobody', '/fragments/metrics', 'Sign in'],
  ['member of acme', '/fragments/metrics', 'Only a system admin may see this'],
  ['system admin', '/fragments/metrics', 'Errors, last hour'],
  ['nobody', '/fragments/audit-log?tenant=acme', 'Sign in'],
  ['member of acme', '/fragments/audit-log?tenant=acme', 'Only an admin of acme may see this'],
  ['owner of globex', '/fragments/audit-log?tenant=acme', 'Only an admin of acme may see this'],
  ['admin of acme', '/fragments/audit-log?tenant=acme', '<code>'],
  ['nobody', '/fragments/health', 'All is well since'],
  ['system admin', '/fragments/health', 'Storage'],
] as const)('%s at %s reads "%s"', async ([visitor, path, words]) => {
  const browser = await as(visitor);
  const html = await (await browser.get(path)).text();
  expect(html.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(html).not.toMatch(/<html|<!doctype/i);
});

test('a fragment escapes what the address says', async () => {
  const browser = await as('member of acme');
  const response = await browser.get(
    '/fragments/audit-log?tenant=%3Cscript%3Ealert(1)%3C/script%3E',
  );
  expect(await response.text()).not.toContain('<script>alert');
});
