import { expect, test } from 'vitest';
import { safeNext } from '#auth/safe-next.ts';

test.for([
  ['/admin/audit-logs?tenant=acme#top', '/admin/audit-logs?tenant=acme#top'],
  ['/', '/'],
  ['/a/../b', '/b'],
  ['/%2F/evil.test', '/%2F/evil.test'],
])('%s stays on this site as %s', ([next = '', path]) => {
  expect(safeNext(next)).toBe(path);
});

test.for([
  null,
  '',
  'admin',
  'https://evil.test/',
  'HTTPS://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/..//evil.test',
  '/.//evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.test',
])('%j leads home', (next) => {
  expect(safeNext(next)).toBe('/');
});
