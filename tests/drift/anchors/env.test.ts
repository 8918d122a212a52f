import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = {
  'src/env.ts':
    'const a = process.env.MAIL_PROFILES; const b = process.env.DATABASE_URL; "NEXT_PUBLIC_"; HTTP_PROXY; REMOTE_DATABASE_URL',
};

test.for([
  ['Set the variable `DATABASE_URL`.', ['DATABASE_URL holds']],
  ['```sh\nexport DATABASE_URL=x\nnpm start\n```', ['DATABASE_URL holds']],
  ['Set the environment variable `MAIL_PROFILE`.', ['MAIL_PROFILE drifted']],
  ['Set the variable `SMTP_DEBUG`.', ['SMTP_DEBUG unproven']],
  ['```ts\nprocess.env.SMTP_DEBUG\n```', ['SMTP_DEBUG unproven']],
  ['Begin the name of the variable with `NEXT_PUBLIC`.', ['NEXT_PUBLIC holds']],
  ['```sh\nexport HTTPS_PROXY=x\n```', ['HTTPS_PROXY unproven']],
  ['```sh\nexport FEATURE_FLAG_X=1\n```', ['FEATURE_FLAG_X unproven']],
  ['It is SHOUTED and `HTML`.', []],
  ['If you leave the variable `MAIL_PROFILE` out, nothing is sent.', ['MAIL_PROFILE drifted']],
  ['See `REMOTE_DATABASE_URI` in the file.', ['REMOTE_DATABASE_URI drifted']],
  ['See what `$MAIL_PROFILE` is.', ['MAIL_PROFILE drifted']],
  ['Set the MAIL_PROFILE environment variable.', ['MAIL_PROFILE drifted']],
  ['| Variable |\n| --- |\n| MAIL_PROFILE |', ['MAIL_PROFILE drifted']],
  ['| Code |\n| --- |\n| MAIL_PROFILE |', []],
] as const)('%s', ([markdown, expected], { expect }) => {
  const verdicts = verdictsOn(markdown, { files, kinds: ['env'] });
  expect(verdicts).toEqual(expected.map((text) => `env ${text}`));
});

test('a name of a pipeline is no receipt on a page for users', () => {
  const place = { commit: 'b'.repeat(40), date: '2026-01-01', line: 3 };
  const lost = { ACME_CONFIG: { ...place, file: '.github/workflows/ci.yml' } };
  const on = (page: string) =>
    verdictsOn('Set the variable `ACME_CONFIG`.', { files, lost, page, kinds: ['env'] });
  expect(on('docs/guides/use.md')).toEqual(['env ACME_CONFIG unproven']);
  expect(on('CONTRIBUTING.md')).toEqual(['env ACME_CONFIG drifted']);
});

test('a name that the sources held when the line was written is drift', () => {
  const lost = {
    SMTP_DEBUG: { commit: 'b'.repeat(40), date: '2026-01-01', file: 'src/mail.ts', line: 3 },
  };
  expect(verdictsOn('Set the variable `SMTP_DEBUG`.', { files, lost, kinds: ['env'] })).toEqual([
    'env SMTP_DEBUG drifted',
  ]);
});

test.for([
  ['## `SMTP_DEBUG`\n\nThis option is deprecated and has no effect.', ['env SMTP_DEBUG held-back']],
  ['With versions older than 3.4, set `SMTP_DEBUG`.', ['env SMTP_DEBUG held-back']],
  ['```js\nprocess.env.SMTP\n```', ['env SMTP unproven']],
  ['```sh\nSMTP_DEBUG=x\necho "${SMTP_DEBUG}/y"\n```', ['env SMTP_DEBUG unproven']],
  ['```sh\nSMTP_DEBUG=x\nnpm start\n```', ['env SMTP_DEBUG drifted']],
  ['```dotenv\nSMTP_DEBUG=x\nURL=$SMTP_DEBUG\n```', ['env SMTP_DEBUG drifted']],
  ['The variable `NODE_ENV` is set by the framework.', ['env NODE_ENV unproven']],
  ['Set the variable `BUNDLER_VERSION`.', ['env BUNDLER_VERSION unproven']],
] as const)('%s', ([markdown, expected], { expect }) => {
  const loss = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'src/mail.ts', line: 3 };
  const lost = { SMTP_DEBUG: loss, SMTP: loss, NODE_ENV: loss, BUNDLER_VERSION: loss };
  expect(verdictsOn(markdown, { files, lost, kinds: ['env'] })).toEqual(expected);
});

test('a name that its file takes over from a library may still be there', () => {
  const loss = { commit: 'b'.repeat(40), date: '2026-01-01', file: 'src/search.py', line: 3 };
  const verdicts = verdictsOn('Set the variable `SEARCH_PREFIX`.', {
    files: { ...files, 'src/search.py': 'from library.search import *\n' },
    lost: { SEARCH_PREFIX: loss },
    kinds: ['env'],
  });
  expect(verdicts).toEqual(['env SEARCH_PREFIX unproven']);
});

test('a name is missing where the sources hold all others of its family', () => {
  const names = Array.from({ length: 24 }, (_, at) => `ACME_OPTION_${at}`);
  const markdown = (family: readonly string[], heading: string) =>
    `## ${heading}\n\n${[...family, 'ACME_RETRY'].map((name) => `- \`${name}\`\n`).join('')}`;
  const on = (family: readonly string[], heading: string) =>
    verdictsOn(markdown(family, heading), {
      files: { 'src/env.ts': names.join(';') },
      kinds: ['env'],
    });
  expect(on(names, 'Options').at(-1)).toBe('env ACME_RETRY unfounded');
  expect(on(names.slice(0, 19), 'Variables').at(-1)).toBe('env ACME_RETRY unfounded');
  expect(on(names.slice(0, 19), 'Options').at(-1)).toBe('env ACME_RETRY unproven');
  expect(on(names.slice(0, 5), 'Variables').at(-1)).toBe('env ACME_RETRY unproven');
});

test('a name of the family that ends like a field may be made from it', () => {
  const names = Array.from({ length: 24 }, (_, at) => `SHOP_OPTION_${at}`);
  const on = (field: string) =>
    verdictsOn(
      ['## Variables', ...names, 'SHOP_MAIL_RETRY_LIMIT']
        .join('\n\n- `')
        .replaceAll(/[A-Z_\d]{8,}/g, '$&`'),
      {
        files: { 'src/env.ts': names.join(';'), 'src/settings.py': `${field}: int\n` },
        kinds: ['env'],
      },
    ).at(-1);
  expect(on('retry_limit')).toBe('env SHOP_MAIL_RETRY_LIMIT unproven');
  expect(on('retryLimit')).toBe('env SHOP_MAIL_RETRY_LIMIT unproven');
  expect(on('limit')).toBe('env SHOP_MAIL_RETRY_LIMIT unfounded');
});

test.for([
  ['MAIL_KEY_ID', 'drifted'],
  ['MAIL_SECRET_ACCESS_KEY_ID', 'drifted'],
  ['MAIL_KEY', 'unproven'],
  ['MAIL_KEY_ID and MAIL_ACCESS_KEY_ID', 'unproven'],
] as const)('the variable %s is %s beside MAIL_ACCESS_KEY_ID', ([names, verdict], { expect }) => {
  const env = { 'src/env.ts': 'MAIL_ACCESS_KEY_ID; MAIL_HOST; MAIL_PORT; MAIL_USER' };
  const [name] = names.split(' ');
  const markdown = `Set the variables ${names.replaceAll(/[A-Z_]+/g, '`$&`')}.`;
  const [first] = verdictsOn(markdown, { files: env, kinds: ['env'] });
  expect(first).toBe(`env ${name} ${verdict}`);
});

test('what a skill refers to may be of another program', () => {
  const on = (page: string) =>
    verdictsOn('Set the variable `MAIL_PROFILE`.', { files, page, kinds: ['env'] });
  expect(on('.agents/skills/mail/references/setup.md')).toEqual(['env MAIL_PROFILE unproven']);
  expect(on('.agents/skills/mail/SKILL.md')).toEqual(['env MAIL_PROFILE drifted']);
});

const reading =
  'Set the variable `ACME_TOKEN`.\n\n```ts\nconst token = process.env.ACME_TOKEN;\n```';

test.for([
  ['docs/guides/tokens.md', 'src/token.ts', reading, 'unproven'],
  ['CONTRIBUTING.md', 'src/token.ts', reading, 'drifted'],
  ['docs/guides/tokens.md', 'src/token.ts', 'Set the variable `ACME_TOKEN`.', 'drifted'],
  ['docs/guides/tokens.md', 'examples/a/token.ts', 'Set the variable `ACME_TOKEN`.', 'unproven'],
  ['docs/guides/tokens.md', 'references/a/token.ts', 'Set the variable `ACME_TOKEN`.', 'unproven'],
  ['docs/guides/tokens.md', 'playground/token.ts', 'Set the variable `ACME_TOKEN`.', 'unproven'],
  ['docs/guides/tokens.md', 'src/token.h', 'Set the variable `ACME_TOKEN`.', 'unproven'],
  ['examples/a/README.md', 'examples/a/token.ts', 'Set the variable `ACME_TOKEN`.', 'drifted'],
] as const)(
  'on %s, with %s as its receipt: %s is %s',
  ([page, file, markdown, verdict], { expect }) => {
    const lost = { ACME_TOKEN: { commit: 'b'.repeat(40), date: '2026-01-01', file, line: 3 } };
    const [first] = verdictsOn(markdown, { files, lost, page, kinds: ['env'] });
    expect(first).toBe(`env ACME_TOKEN ${verdict}`);
  },
);

test.for([
  ['SHOP_POD_LABELS_3', 'unproven'],
  ['SHOP_POD_LABEL_3', 'unfounded'],
] as const)('%s, among names that the sources spell out, is %s', ([name, verdict], { expect }) => {
  const names = Array.from({ length: 30 }, (_, at) => `SHOP_VALUE_${at}`);
  const source = `${names.join('; ')}; const prefix = "SHOP_POD_LABELS_";`;
  const markdown = `Set the variables:\n\n${[...names, name].map((each) => `- \`${each}\``).join('\n')}`;
  const verdicts = verdictsOn(markdown, { files: { 'src/env.ts': source }, kinds: ['env'] });
  expect(verdicts.at(-1)).toBe(`env ${name} ${verdict}`);
});

test.for([
  ['docs/use.md', 'unproven'],
  ['CONTRIBUTING.md', 'drifted'],
] as const)(
  'on %s, a name with a word less than one of the sources is %s',
  ([page, verdict], { expect }) => {
    const env = 'MAIL_ACCESS_KEY_ID; MAIL_HOST; MAIL_PORT; MAIL_USER';
    const contents = { files: { 'src/env.ts': env, 'docs/mkdocs.yml': '' }, page, kinds: ['env'] };
    expect(verdictsOn('Set the variable `MAIL_KEY_ID`.', contents)).toEqual([
      `env MAIL_KEY_ID ${verdict}`,
    ]);
  },
);

test('what a pipeline of GitLab set may be in that of its reader', ({ expect }) => {
  const lost = (file: string) => ({
    BUILD_IMAGE: { commit: 'b'.repeat(40), date: '2026-01-01', file, line: 3 },
  });
  const on = (file: string) =>
    verdictsOn('Set the variable `BUILD_IMAGE`.', {
      ...{ files, lost: lost(file), page: 'docs/use.md', kinds: ['env'] },
    });
  expect(on('.gitlab/ci/prepare.gitlab-ci.yml')).toEqual(['env BUILD_IMAGE unproven']);
  expect(on('src/build.ts')).toEqual(['env BUILD_IMAGE drifted']);
});
