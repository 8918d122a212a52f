import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Browser, signIn } from '#support/browse.ts';
import { setBackend, setSite } from '#support/stage.ts';
import { parseCsv } from './csv.ts';

const initech = '0a000000-0000-4000-8000-000000000003';
const address = `/api/tenants/${initech}/audit-logs`;
const ADDED = 2_500;
const nasty = ['=1+1', '+1', '-1', '@x', '\t=1', '＝1', 'a,"b"', 'two\r\nlines', '日本'];

const backend = setBackend();
const site = setSite(backend);
let owner: Browser;

beforeAll(async () => {
  owner = await signIn(site().url, {
    email: 'owner@initech.test',
    password: backend().demoPassword,
  });
  await addEntries();
});

/** Entries that share one microsecond in groups, so that only the id tells them apart. */
async function addEntries(): Promise<void> {
  const sql = postgres(backend().postgresUrl, { max: 1 });
  await sql`
    insert into tenant_audit_logs
      (tenant_id, occurred_at, actor_email, action, resource_type, resource_id)
    select ${initech}, timestamptz '2026-01-01' + (n / 7) * interval '1 microsecond',
      'bulk@initech.test', 'bulk.added', 'row', (${nasty}::text[])[1 + n % ${nasty.length}::int]
    from generate_series(1, ${ADDED}::int) as n`;
  await sql.end();
}

const Page = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      occurred_at: z.string(),
      action: z.string(),
      actor_email: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

async function getPage(query: Record<string, string>) {
  const response = await owner.get(`${address}?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return Page.parse(await response.json());
}

test('the pages of a log hold every entry once, newest first', async () => {
  const ids: number[] = [];
  const times: string[] = [];
  let query: Record<string, string> | null = { limit: '200', action: 'bulk.added' };
  while (query) {
    const { entries, nextCursor } = await getPage(query);
    ids.push(...entries.map(({ id }) => id));
    times.push(...entries.map(({ occurred_at }) => occurred_at));
    query = nextCursor ? { ...query, cursor: nextCursor } : null;
  }
  expect(new Set(ids).size).toBe(ADDED);
  expect(ids).toHaveLength(ADDED);
  expect(times).toEqual(times.toSorted().reverse());
});

test('the export has every entry, beyond the thousand that one query gives', async () => {
  const response = await owner.get(`${address}?format=csv&action=bulk.added`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-log-/);
  const [header = [], ...rows] = parseCsv(await response.text());
  expect(rows).toHaveLength(ADDED);
  expect(new Set(rows.map(([id]) => id)).size).toBe(ADDED);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  const resources = new Set(rows.map((row) => row[header.indexOf('resource_id')]));
  const formulas = /^[=+\-@\t＝]/;
  expect(resources).toEqual(
    new Set(nasty.map((text) => (formulas.test(text) ? `'${text}` : text))),
  );
});

test('the export and the pages agree on the whole log', async () => {
  const csv = parseCsv(await (await owner.get(`${address}?format=csv`)).text());
  const sql = postgres(backend().postgresUrl, { max: 1 });
  const [row] = await sql`select count(*)::int from tenant_audit_logs where tenant_id = ${initech}`;
  await sql.end();
  expect(csv.length - 1).toBe(row?.['count']);
});

test.for([
  [{ actor: 'BULK@initech.test' }, true],
  [{ resource: 'row' }, true],
  [{ resource: '=1+1' }, true],
  [{ text: 'lines' }, true],
  [{ text: 'BULK.ADD' }, true],
  [{ text: '100%' }, false],
  [{ text: 'b_lk' }, false],
  [{ actor: "x' or '1'='1" }, false],
  [{ actor: 'a,tenant_id.neq.x' }, false],
  [{ resource: 'row)or(true' }, false],
  [{ from: '2026-01-01', to: '2026-01-01' }, true],
  [{ from: '2026-01-02', to: '2026-01-03' }, false],
  [{ action: 'bulk.added', to: '2025-12-31' }, false],
] as const)('%o finds the added entries: %s', async ([query, isFound]) => {
  const { entries } = await getPage({ limit: '200', ...query });
  expect(entries.some(({ action }) => action === 'bulk.added')).toBe(isFound);
});

test('a malformed parameter is named', async () => {
  const response = await owner.get(`${address}?from=yesterday`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ parameter: 'from', status: 400 });
});

test('a malformed tenant is named', async () => {
  const response = await owner.get('/api/tenants/initech/audit-logs');
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ parameter: 'tenantId' });
});

test('the admin page walks forward and back without a script', async () => {
  const first = await (
    await owner.get('/admin/audit-logs?tenant=initech&action=bulk.added')
  ).text();
  const older = linkOf(first, 'next');
  const second = await (await owner.get(older)).text();
  expect(firstEntry(second)).not.toBe(firstEntry(first));
  const third = await (await owner.get(linkOf(second, 'next'))).text();
  const back = await (await owner.get(linkOf(third, 'prev'))).text();
  expect(firstEntry(back)).toBe(firstEntry(second));
  expect(firstEntry(await (await owner.get(linkOf(back, 'prev'))).text())).toBe(firstEntry(first));
});

test('the admin page shows a malformed filter and keeps what was typed', async () => {
  const response = await owner.get('/admin/audit-logs?tenant=initech&action=Nonsense');
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain('must be an action such as member.added');
  expect(html).toContain('value="Nonsense"');
});

test('the admin page offers the tenants of the user and no others', async () => {
  const html = await (await owner.get('/admin/audit-logs')).text();
  expect([...html.matchAll(/<option value="([^"]*)"/g)].map(([, slug]) => slug)).toEqual([
    'initech',
  ]);
});

function linkOf(html: string, rel: 'next' | 'prev'): string {
  const href = html.match(new RegExp(`rel="${rel}" href="([^"]+)"`))?.[1] ?? '';
  return href.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}

function firstEntry(html: string): string | undefined {
  return html.match(/<tbody>[\s\S]*?<\/tr>/)?.[0];
}
