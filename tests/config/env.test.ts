import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeProblems, envNames, readEnv } from '#config/env.ts';

const project = {
  SUPABASE_URL: 'https://x.supabase.co',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1234567890',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_12345678901234567890',
};

test('without any variable the defaults hold, and the three of Supabase are missing', () => {
  const env = readEnv({});
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 4321, HOLDFAST_DATA_DIR: '.holdfast' });
  expect(env.supabase).toBeUndefined();
  expect(env.problems.map(({ name, found }) => `${name} ${found}`)).toEqual([
    'SUPABASE_URL missing',
    'SUPABASE_PUBLISHABLE_KEY missing',
    'SUPABASE_SERVICE_ROLE_KEY missing',
  ]);
});

test.for([
  [project],
  [{ ...project, SUPABASE_PUBLISHABLE_KEY: '', SUPABASE_ANON_KEY: 'sb_publishable_1234567890' }],
  [
    {
      ...project,
      SUPABASE_SERVICE_ROLE_KEY: '',
      SUPABASE_SECRET_KEY: 'sb_secret_12345678901234567890',
    },
  ],
] as const)('%o is a Supabase project', ([source]) => {
  const { supabase, problems } = readEnv(source);
  expect(problems).toEqual([]);
  expect(supabase).toEqual({
    url: 'https://x.supabase.co',
    publishableKey: 'sb_publishable_1234567890',
    serviceKey: 'sb_secret_12345678901234567890',
  });
});

test.for([
  ['SUPABASE_URL', 'ftp://x', 'must be an http(s) URL'],
  ['SUPABASE_URL', 'nonsense', 'must be an http(s) URL'],
  ['PORT', '80.5', 'must be a whole number'],
  ['PORT', '65536', 'must be at most 65535'],
  ['PORT', 'http', 'must be a port number'],
  ['HOST', 'a b', 'must be a host name or an address such as 127.0.0.1'],
  ['LOG_LEVEL', 'loud', 'must be debug, info, warn, error or silent'],
  ['DATABASE_URL', 'mysql://x', 'must be a postgres:// URL'],
  ['VERIFY_EMAIL', 'nobody', 'must be an e-mail address'],
] as const)('%s=%s is malformed: it %s', ([name, value, rule]) => {
  const { problems } = readEnv({ ...project, [name]: value });
  expect(problems).toContainEqual({ name, found: 'malformed', rule });
  expect(describeProblems(problems)).toContain(`${name} is malformed: it ${rule}.`);
  expect(describeProblems(problems)).not.toContain(value);
});

test('a malformed value is not in the result', () => {
  expect(readEnv({ PORT: 'http' }).PORT).toBe(4321);
});

test('SKIP_ENV_VALIDATION=true keeps a build without variables quiet', () => {
  expect(readEnv({ SKIP_ENV_VALIDATION: 'true' }).problems).toEqual([]);
});

describe('.env.example', () => {
  const names = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );

  test('names every variable once, and no other', () => {
    expect([...names].sort()).toEqual([...envNames].sort());
  });
});
