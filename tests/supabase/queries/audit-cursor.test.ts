import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '#supabase/queries/audit-cursor.ts';

const position = { at: '2026-11-23T12:00:00.123456+00:00', id: 4_812 };

test('a cursor names its position to the microsecond, safe in an address', () => {
  const cursor = encodeCursor(position);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor)).toEqual(position);
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.for([
  '',
  'nonsense',
  '%00',
  encode(null),
  encode({ at: position.at, id: 1 }),
  encode([position.at]),
  encode([position.at, '1']),
  encode([position.at, -1]),
  encode([position.at, 1.5]),
  encode(['yesterday', 1]),
  encode([position.at, 1, 'more']),
])('%j is no cursor of this site', (cursor) => {
  expect(decodeCursor(cursor)).toBeNull();
});
