import { expect, test } from 'vitest';
import { z } from 'zod';
import { signIn } from '#support/browse.ts';
import { setBackend, setSite } from '#support/stage.ts';

const backend = setBackend();
const site = setSite(backend);

const account = () => ({ email: 'admin@ops.test', password: backend().demoPassword });

function postForm(form: Record<string, string>, headers: Record<string, string> = {}, query = '') {
  return fetch(`${site().url}/sign-in${query}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site().url, ...headers },
    body: new URLSearchParams(form),
  });
}

test('signing in sets cookies that scripts and other sites cannot use', async () => {
  const response = await postForm(account());
  expect(response.status).toBe(303);
  const cookies = response.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  }
});

test.for([
  ['/admin/audit-logs?tenant=acme', '/admin/audit-logs?tenant=acme'],
  ['https://evil.test/', '/'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['/..//evil.test', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, next=%s leads to %s', async ([next = '', location]) => {
  const response = await postForm(account(), {}, `?next=${encodeURIComponent(next)}`);
  expect(response.headers.get('location')).toBe(location);
});

test.for([
  ['a wrong password', { email: 'admin@ops.test', password: 'wrong-password' }, 401],
  ['an unknown address', { email: 'who@ops.test', password: 'wrong-password' }, 401],
  ['no password', { email: 'admin@ops.test', password: '' }, 400],
  ['no address', { password: 'x' }, 400],
] as const)('with %s nobody is signed in', async ([, form, status]) => {
  const response = await postForm(form);
  expect(response.status).toBe(status);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.text()).toContain('role="alert"');
});

test('a wrong password and an unknown address read alike', async () => {
  const known = await postForm({ email: 'admin@ops.test', password: 'wrong-password' });
  const unknown = await postForm({ email: 'who@ops.test', password: 'wrong-password' });
  const withoutEmail = async (response: Response) =>
    (await response.text()).replace(/(admin|who)@ops\.test/, '');
  expect(await withoutEmail(known)).toBe(await withoutEmail(unknown));
});

test('what was typed comes back escaped', async () => {
  const response = await postForm({ email: '"><script>alert(1)</script>', password: 'x' });
  expect(await response.text()).toContain('value="&quot;>');
});

test.for([
  ['another site', { origin: 'https://evil.test' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling domain, as the browser says', { 'sec-fetch-site': 'same-site' }],
] as const)('a form from %s is refused', async ([, headers]) => {
  const response = await postForm(account(), headers);
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test('whoever signed in sees as whom', async () => {
  const browser = await signIn(site().url, account());
  const page = await (await browser.get('/admin/system-health')).text();
  expect(page).toContain('admin@ops.test');
  expect(await (await browser.get('/sign-in')).text()).toContain('You are signed in as');
});

test('signing out ends the session, also for a copy of its cookies', async () => {
  const headers = { cookie: await cookiesOf(account()) };
  const metrics = () => fetch(`${site().url}/api/system/metrics`, { headers });
  expect((await metrics()).status).toBe(200);
  const out = await fetch(`${site().url}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, origin: site().url },
  });
  expect(out.status).toBe(303);
  expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0|1970/i);
  expect((await metrics()).status).toBe(401);
});

test('a sign-out from another site is refused', async () => {
  const headers = { cookie: await cookiesOf(account()), origin: 'https://evil.test' };
  const out = await fetch(`${site().url}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers,
  });
  expect(out.status).toBe(403);
});

test.for([
  ['a token with another signature', (token: string) => `${token.slice(0, -4)}AAAA`],
  ['an unsigned token', (token: string) => `${unsigned()}.${token.split('.')[1]}.`],
  ['no token at all', () => 'admin@ops.test'],
] as const)('a cookie with %s is nobody', async ([, forge]) => {
  const { name, session } = await sessionOf(account());
  const response = await askWith(name, { ...session, access_token: forge(session.access_token) });
  expect(response.status).toBe(401);
});

test('an access token that ran out is renewed, and the browser gets the new one', async () => {
  const { name, session } = await sessionOf(account());
  const response = await askWith(name, { ...session, expires_at: 1 });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().join()).toContain(`${name}=base64-`);
});

test('a refresh token that nobody handed out is nobody', async () => {
  const { name, session } = await sessionOf(account());
  const response = await askWith(name, { ...session, expires_at: 1, refresh_token: 'made-up' });
  expect(response.status).toBe(401);
});

test('a session that lies about its user is read as the user of its token', async () => {
  const { name, session } = await sessionOf({ ...account(), email: 'member@acme.test' });
  const user = { email: 'admin@ops.test', app_metadata: { role: 'system_admin' } };
  expect((await askWith(name, { ...session, user })).status).toBe(403);
});

const Session = z.looseObject({ access_token: z.string() });

/** The cookie of a sign-in, taken apart. */
async function sessionOf(form: { email: string; password: string }) {
  const [name = '', value = ''] = (await cookiesOf(form)).split('=base64-');
  const session = Session.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
  return { name, session };
}

/** Asks for what only a system admin gets, with a session as the test made it. */
function askWith(name: string, session: object): Promise<Response> {
  const value = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
  return fetch(`${site().url}/api/system/metrics`, { headers: { cookie: `${name}=${value}` } });
}

async function cookiesOf(form: { email: string; password: string }): Promise<string> {
  const response = await postForm(form);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function unsigned(): string {
  return Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
}
