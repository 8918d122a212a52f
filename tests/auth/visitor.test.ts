import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { readVisitor } from '#auth/visitor.ts';
import type { Client } from '#supabase/clients.ts';
import type { Database } from '#types/supabase.ts';

const user = { id: '0a000000-0000-4000-8000-000000000009', email: 'admin@ops.test' };
const session = {
  access_token: 'a.b.c',
  refresh_token: 'refresh',
  token_type: 'bearer',
  expires_in: 3_600,
  expires_at: 4_102_444_800,
  user,
};

type Answers = Readonly<Record<string, () => Response>>;

/** A client with a session whose backend answers as the test says. */
function clientWith(answers: Answers, stored: string | null = JSON.stringify(session)): Client {
  return createClient<Database>('http://source.test', 'key', {
    auth: {
      autoRefreshToken: false,
      storage: { getItem: () => stored, setItem: () => undefined, removeItem: () => undefined },
    },
    global: {
      fetch: async (input) => {
        const path = new URL(input instanceof Request ? input.url : input).pathname;
        const answer = answers[path];
        if (!answer) throw new TypeError('fetch failed');
        return answer();
      },
    },
  });
}

const isUser = { '/auth/v1/user': () => Response.json(user) };
const isAdmin = { '/rest/v1/rpc/is_system_admin': () => Response.json(true) };
const says = (status: number) => () => Response.json({ message: 'no' }, { status });

test('a session that the auth server confirms is its user, with the role from the database', async () => {
  expect(await readVisitor(clientWith({ ...isUser, ...isAdmin }))).toEqual({
    status: 'signed-in',
    ...user,
    isSystemAdmin: true,
  });
});

test('without a session nobody is asked', async () => {
  expect(await readVisitor(clientWith({}, null))).toEqual({ status: 'anonymous' });
});

test.for([
  ['the auth server does not know the session', { '/auth/v1/user': says(403) }, 'anonymous'],
  ['the auth server refuses the token', { '/auth/v1/user': says(401) }, 'anonymous'],
  ['the auth server is busy', { '/auth/v1/user': says(429) }, 'unverified'],
  ['the auth server is in trouble', { '/auth/v1/user': says(500) }, 'unverified'],
  ['the auth server is away', {}, 'unverified'],
  ['the auth server sends no user', { '/auth/v1/user': () => Response.json({}) }, 'unverified'],
  ['the database cannot say the role', isUser, 'unverified'],
  [
    'the database says nonsense about the role',
    { ...isUser, '/rest/v1/rpc/is_system_admin': () => Response.json('yes') },
    'unverified',
  ],
] as const)('when %s the visitor is %s', async ([, answers, status]) => {
  expect(await readVisitor(clientWith(answers))).toEqual({ status });
});
