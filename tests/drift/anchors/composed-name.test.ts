import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/oidc.py': 'def parse(name): return f"{name}_claim"\npicture = 1\n',
  'src/jobs.ts': 'const key = `job_${retries}`;\n',
  'src/env.ts': "const read = (key: string) => lookup('SITE_', key);\n",
  'src/meter.go': 'Name: "http.client.duration"\nreg.Int64(prefix + ".cache.hits.seen")\n',
  'src/old.go': 'var old = regexp.MustCompile("^BEYLA_(OTEL_)?")\n',
  'src/cache.py': 'PREFIX = "ACME_CACHE_FACTOR"\ndef get_user_names(): pass\n',
};

test.for([
  ['The option `picture_claim`.', 'symbol picture_claim unproven'],
  ['The option `profile_claim`.', 'symbol profile_claim drifted'],
  ['The key `job_retries`.', 'symbol job_retries unproven'],
  ['Set the variable `SITE_BASE_DIR`.', 'env SITE_BASE_DIR unproven'],
  [
    'It counts `http_client_duration_seconds_bucket`.',
    'symbol http_client_duration_seconds_bucket unproven',
  ],
  ['It counts `shop_cache_hits_seen_total`.', 'symbol shop_cache_hits_seen_total unproven'],
  ['It counts `http_server_duration_seconds`.', 'symbol http_server_duration_seconds drifted'],
  ['Set the variable `BEYLA_CIDRS`.', 'env BEYLA_CIDRS unproven'],
  ['The key `job_count`.', 'symbol job_count drifted'],
  [
    'Set the variable `ACME_CACHE_FACTOR_GET_USER_NAMES`.',
    'env ACME_CACHE_FACTOR_GET_USER_NAMES unproven',
  ],
  [
    'Set the variable `ACME_CACHE_FACTOR_GET_USER_ROLES`.',
    'env ACME_CACHE_FACTOR_GET_USER_ROLES drifted',
  ],
] as const)('%s', ([markdown, expected], { expect }) => {
  const loss = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'src/gone.ts', line: 3 };
  const names = markdown.match(/\w+_\w+/g) ?? [];
  const lost = Object.fromEntries(names.map((name) => [name, loss]));
  expect(verdictsOn(markdown, { files, lost })).toEqual([expected]);
});

test('a name among many that the sources spell out is judged, whatever prefix they add to', ({
  expect,
}) => {
  const names = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `SITE_OPTION_${letter}${letter}`);
  const sources = { ...files, 'src/all.ts': names.join(';\n') };
  const page = (known: readonly string[]) =>
    `Set the variables ${[...known, 'SITE_BASE_DIR'].map((name) => `\`${name}\``).join(', ')}.`;
  const on = (known: readonly string[]) =>
    verdictsOn(page(known), { files: sources, kinds: ['env'] }).at(-1);
  expect(on(names)).toBe('env SITE_BASE_DIR unfounded');
  expect(on(names.slice(0, 3))).toBe('env SITE_BASE_DIR unproven');
});
