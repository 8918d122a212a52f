import { expect, test } from 'vitest';
import { z } from 'zod';
import { resultOf } from '#supabase/queries/result.ts';

const rows = z.array(z.object({ id: z.number() }));

test.for([
  ['rows in form', { data: [{ id: 1 }], error: null }, { status: 'read', value: [{ id: 1 }] }],
  ['no rows', { data: [], error: null }, { status: 'read', value: [] }],
  ['what the policies refuse', { data: null, error: { code: '42501' } }, { status: 'refused' }],
  ['an error', { data: null, error: { code: '57014' } }, { status: 'failed' }],
  ['rows out of form', { data: [{ id: '1' }], error: null }, { status: 'failed' }],
  ['nothing', { data: null, error: null }, { status: 'failed' }],
] as const)('%s', ([, answer, expected]) => {
  expect(resultOf(rows, answer)).toMatchObject(expected);
});
