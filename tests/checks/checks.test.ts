import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { checks } from '#checks/index.ts';
import type { Sources } from '#live/check.ts';

const nowMs = Date.parse('2026-11-23T12:00:00Z');
const id = '0a000000-0000-4000-8000-000000000001';
const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);

type Answers = Readonly<Record<string, () => Response>>;

/** Sources whose every path answers as the test says; all others are out of reach. */
function sourcesWith(answers: Answers): Sources {
  const answer = async (path: string) => {
    const given = answers[path];
    if (!given) throw new TypeError('fetch failed');
    return given();
  };
  return {
    now: () => nowMs,
    get: (path) => answer(path),
    supabase: createClient('http://source.test', 'key', {
      auth: { persistSession: false },
      global: {
        fetch: (input) =>
          answer(new URL(input instanceof Request ? input.url : input).pathname.slice(1)),
      },
    }),
  };
}

const buckets = { 'storage/v1/bucket': json([{ id: 'media' }]) };
const noHealth = { 'storage/v1/health': json({ message: 'not found' }, { status: 404 }) };
const chain = (isIntact: boolean) => json([{ entries: 4, is_intact: isIntact }]);
const verify = 'rest/v1/rpc/verify_audit_chain';
const counted = (count: string) => () =>
  new Response(null, { headers: { 'content-range': `0-0/${count}` } });

type Row = readonly [name: keyof typeof checks, what: string, answers: Answers, status: string];

const rows: readonly Row[] = [
  ['database', 'answers', { 'rest/v1/tenants': json([{ id }]) }, 'pass'],
  ['database', 'is empty', { 'rest/v1/tenants': json([]) }, 'pass'],
  ['database', 'is out of reach', {}, 'fail'],
  ['database', 'refuses', { 'rest/v1/tenants': json({ code: 'X' }, { status: 500 }) }, 'fail'],
  ['database', 'answers something else', { 'rest/v1/tenants': json({ ok: true }) }, 'fail'],
  ['storage', 'answers, without a health address', { ...buckets, ...noHealth }, 'pass'],
  [
    'storage',
    'says it is healthy',
    { ...buckets, 'storage/v1/health': json({ healthy: true }) },
    'pass',
  ],
  [
    'storage',
    'says with a 200 that it is not healthy',
    { ...buckets, 'storage/v1/health': json({ healthy: false }) },
    'fail',
  ],
  [
    'storage',
    'says so in place of its buckets',
    { ...noHealth, 'storage/v1/bucket': json({ healthy: false }) },
    'fail',
  ],
  ['storage', 'has lost its bucket', { ...noHealth, 'storage/v1/bucket': json([]) }, 'fail'],
  [
    'storage',
    'sends a page',
    { ...noHealth, 'storage/v1/bucket': () => new Response('<p>') },
    'fail',
  ],
  ['storage', 'is out of reach', {}, 'fail'],
  ['sign-in', 'answers', { 'auth/v1/health': json({ name: 'GoTrue' }) }, 'pass'],
  ['sign-in', 'is in trouble', { 'auth/v1/health': json({}, { status: 500 }) }, 'fail'],
  ['sign-in', 'sends something else', { 'auth/v1/health': json({ ok: true }) }, 'fail'],
  ['errors', 'are few', { 'rest/v1/error_tracking': counted('3') }, 'pass'],
  ['errors', 'are many', { 'rest/v1/error_tracking': counted('50') }, 'warn'],
  ['errors', 'are far too many', { 'rest/v1/error_tracking': counted('500') }, 'fail'],
  ['errors', 'cannot be counted', { 'rest/v1/error_tracking': counted('*') }, 'unknown'],
  ['errors', 'are out of reach', {}, 'unknown'],
  [
    'audit-chain',
    'is intact',
    { 'rest/v1/tenants': json([{ id, slug: 'acme' }]), [verify]: chain(true) },
    'pass',
  ],
  [
    'audit-chain',
    'is broken',
    { 'rest/v1/tenants': json([{ id, slug: 'acme' }]), [verify]: chain(false) },
    'fail',
  ],
];

test.for(rows)('%s: when it %s', async ([name, , answers, status]) => {
  expect(await checks[name].read(sourcesWith(answers))).toMatchObject({ status });
});

test('a broken chain names its tenant', async () => {
  const answers = { 'rest/v1/tenants': json([{ id, slug: 'acme' }]), [verify]: chain(false) };
  expect(await checks['audit-chain'].read(sourcesWith(answers))).toMatchObject({
    reason: 'Entries were changed or removed in: acme.',
  });
});
