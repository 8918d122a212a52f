import { z } from 'zod';
import { waitUntil } from '#supabase/embedded/processes.ts';
import type { Session } from './session.ts';

export type Account = { email: string; password: string };
export type Surface = {
  title: string;
  /** Resolves to what was seen; throws what is wrong. */
  look(session: Session, account: Account): Promise<string>;
};

/** What an operator looks at after a deploy, in this order: the second half is signed in. */
export const surfaces: readonly Surface[] = [
  { title: 'The process is alive', look: (site) => expectStatus(site, '/livez', 200) },
  { title: 'The replica is ready', look: eventually((site) => expectStatus(site, '/readyz', 200)) },
  { title: 'The first page reads', look: (site) => expectStatus(site, '/', 200) },
  {
    title: 'A page that is not there is 404',
    look: (site) => expectStatus(site, '/no-such-page', 404),
  },
  { title: 'Pages carry a Content-Security-Policy', look: expectPolicy },
  { title: 'Health is the status and nothing else', look: eventually(expectBareHealth) },
  { title: 'Metrics are closed', look: (site) => expectStatus(site, '/api/system/metrics', 401) },
  { title: 'The system admin signs in', look: signIn },
  { title: 'Health names its components', look: expectComponents },
  { title: 'Every metric has a value or a reason', look: expectMetrics },
  {
    title: 'The health page reads',
    look: (site) => expectStatus(site, '/admin/system-health', 200),
  },
  { title: 'An audit log reads, page and CSV', look: expectAuditLog },
  { title: 'Signing out closes it again', look: signOut },
];

// A site that has just started has not read anything yet.
function eventually(look: Surface['look']): Surface['look'] {
  return async (site, account) => {
    const isWell = () =>
      look(site, account).then(
        () => true,
        () => false,
      );
    await waitUntil(isWell, { withinMs: 5_000, everyMs: 500 });
    return look(site, account);
  };
}

async function expectStatus(site: Session, path: string, status: number): Promise<string> {
  const response = await site.get(path);
  await response.arrayBuffer();
  if (response.status === status) return `GET ${path} → ${status}`;
  throw new Error(`GET ${path} answers ${response.status} instead of ${status}`);
}

async function expectPolicy(site: Session): Promise<string> {
  const policy = (await site.get('/')).headers.get('content-security-policy');
  if (policy === null) throw new Error('GET / has no Content-Security-Policy');
  if (policy.includes("'unsafe-inline'")) throw new Error('it allows inline scripts or styles');
  return policy.split(';', 1)[0] ?? policy;
}

async function expectBareHealth(site: Session): Promise<string> {
  const { status } = z
    .strictObject({ status: z.string() })
    .parse(await readJson(site, '/api/health'));
  return `status ${status}`;
}

async function signIn(site: Session, { email, password }: Account): Promise<string> {
  const { status } = await site.post('/sign-in', { email, password });
  if (status === 303) return `as ${email}`;
  throw new Error(`POST /sign-in answers ${status}; check VERIFY_EMAIL and VERIFY_PASSWORD`);
}

async function expectComponents(site: Session): Promise<string> {
  const Health = z.object({
    checks: z.record(z.string(), z.array(z.object({ status: z.string() }))),
  });
  const { checks } = Health.parse(await readJson(site, '/api/health'));
  const seen = Object.entries(checks).map(([name, [first]]) => `${name} ${first?.status}`);
  if (seen.length === 0) throw new Error('it names none');
  return seen.join(', ');
}

async function expectMetrics(site: Session): Promise<string> {
  const text = JSON.stringify(await readJson(site, '/api/system/metrics'));
  const unknown = text.match(/"unknown"/g)?.length ?? 0;
  return unknown === 0 ? 'all known' : `${unknown} unknown, each with its reason`;
}

async function expectAuditLog(site: Session): Promise<string> {
  const page = await (await site.get('/admin/audit-logs')).text();
  const [path] = /\/api\/tenants\/[\da-f-]{36}\/audit-logs/.exec(page) ?? [];
  if (!path) throw new Error('/admin/audit-logs links to no audit log');
  await readJson(site, path);
  const csv = await (await site.get(`${path}?format=csv`)).text();
  return `${csv.trimEnd().split('\r\n').length - 1} entries as CSV`;
}

async function signOut(site: Session): Promise<string> {
  await site.post('/sign-out', {});
  return expectStatus(site, '/api/system/metrics', 401);
}

async function readJson(site: Session, path: string): Promise<unknown> {
  const response = await site.get(path);
  if (response.ok) return response.json();
  throw new Error(`GET ${path} answers ${response.status}`);
}
