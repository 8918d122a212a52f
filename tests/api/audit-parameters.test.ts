import { expect, test } from 'vitest';
import { parseAuditParameters } from '#pages/_http/audit-parameters.ts';
import { encodeCursor } from '#supabase/queries/audit-cursor.ts';

const cursor = encodeCursor({ at: '2026-11-23T12:00:00+00:00', id: 1 });
const parse = (query: string) => parseAuditParameters(new URLSearchParams(query));

test('no parameter means the newest fifty entries', () => {
  expect(parse('')).toEqual({
    status: 'parsed',
    parameters: { filter: {}, after: null, limit: 50, format: 'json' },
  });
});

test('the fields of a form that were left empty do not narrow', () => {
  expect(parse('from=&to=&action=&actor=&text=&limit=')).toEqual(parse(''));
});

test('a day counts as a whole, a moment as itself', () => {
  expect(parse('from=2026-11-20&to=2026-11-23')).toMatchObject({
    parameters: { filter: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' } },
  });
  expect(parse('to=2026-11-23T01:00:00%2B02:00')).toMatchObject({
    parameters: { filter: { to: '2026-11-22T23:00:00.000Z' } },
  });
});

test.for([
  ['from=yesterday', 'from'],
  ['from=2026-13-01', 'from'],
  ['from=2026-02-30', 'from'],
  ['to=23.11.2026', 'to'],
  ['to=9999-12-31', 'to'],
  ['from=0001-01-01', 'from'],
  ['from=2026-11-23T04:00:00', 'from'],
  ['from=2026-11-23&to=2026-11-20', 'from'],
  ['action=DROP', 'action'],
  ['action=member', 'action'],
  ['actor=a%00b', 'actor'],
  ['text=%0A', 'text'],
  [`text=${'x'.repeat(321)}`, 'text'],
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=1e2', 'limit'],
  ['limit=-1', 'limit'],
  ['cursor=abc', 'cursor'],
  ['format=xml', 'format'],
  [`format=csv&cursor=${cursor}`, 'cursor'],
  ['format=csv&limit=10', 'limit'],
  ['form=2026-11-23', 'form'],
  ['__proto__=x', '__proto__'],
  ['action=a.b&action=c.d', 'action'],
] as const)('?%s is malformed in %s', ([query, parameter]) => {
  expect(parse(query)).toMatchObject({ status: 'malformed', parameter });
});
