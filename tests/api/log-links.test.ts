import { expect, test } from 'vitest';
import { logLinks } from '#pages/_http/log-links.ts';

const tenantId = '0a000000-0000-4000-8000-000000000001';
const links = (query: string, nextCursor: string | null = null) =>
  logLinks(new URLSearchParams(query), { tenantId, nextCursor });

test('a log of one page has no way on', () => {
  expect(links('tenant=acme')).toMatchObject({ newer: null, older: null });
});

test('the way forward keeps the filters and leads back step by step', () => {
  const first = 'tenant=acme&action=member.added&text=';
  const second = links(first, 'c2').older?.split('?')[1] ?? '';
  const third = links(second, 'c3').older?.split('?')[1] ?? '';
  expect(second).toBe('tenant=acme&action=member.added&cursor=c2');
  expect(third).toBe('tenant=acme&action=member.added&cursor=c3&trail=c2');
  expect(links(third).newer).toBe(`/admin/audit-logs?${second}`);
  expect(links(second).newer).toBe('/admin/audit-logs?tenant=acme&action=member.added');
});

test('the address does not grow without end', () => {
  const trail = Array.from({ length: 30 }, (_, at) => `c${at}`).join('.');
  const older = new URL(links(`cursor=c30&trail=${trail}`, 'c31').older ?? '', 'http://ops.test');
  const steps = older.searchParams.get('trail')?.split('.');
  expect([steps?.length, steps?.at(0), steps?.at(-1)]).toEqual([30, 'c1', 'c30']);
});

test('the export has the filters and no page', () => {
  expect(links('tenant=acme&action=member.added&cursor=c2&trail=c1').csv).toBe(
    `/api/tenants/${tenantId}/audit-logs?action=member.added&format=csv`,
  );
});
