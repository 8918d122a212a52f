import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { createCheckout, holdfast } from '#support/checkout.ts';

const files = {
  'README.md': '# Read\n\nThe entry is `src/main.ts`. See [guide](docs/guide.md).\n',
  'docs/guide.md': '# Guide\n\nBack to [read](../README.md).\n',
  'src/main.ts': 'export const main = 1;\n',
};

test('pages that agree with the repository give 0 and the denominator', async ({ expect }) => {
  using checkout = createCheckout(files);
  const { code, out } = await holdfast(checkout.root, 'check');
  expect(code).toBe(0);
  expect(out).toMatch(/^3 claims on 2 pages at [0-9a-f]{40}: 3 holds, 0 drifted/);
});

test('a moved file gives 1, with the commit and the new place', async ({ expect }) => {
  using checkout = createCheckout(files);
  checkout.move('src/main.ts', 'src/start.ts');
  const commit = checkout.commit('Move the entry');
  const { code, out } = await holdfast(checkout.root, 'check');
  expect(code).toBe(1);
  expect(out).toContain('README.md:3:15  path-missing  drifted');
  expect(out).toContain(`since       ${commit.slice(0, 10)} on `);
  expect(out).toContain('instead     src/start.ts');
});

test.for([
  [['check', '--formt', 'json'], 'There is no option "--formt". Did you mean "--format"?'],
  [['check', '--format', 'yaml'], 'There is no format "yaml". There are: text, json,'],
  [['check', '--kind', 'pth'], 'There is no kind "pth". Did you mean "path"?'],
  [['check', '--rev', 'gone'], 'The revision "gone" is not in this repository.'],
  [['check', '--since', 'gone'], 'The revision "gone" is not in this repository.'],
  [['check', '--rev', '-x'], 'argument is ambiguous'],
  [['check', '--rev=-x'], '--rev "-x" is not the name of a revision.'],
  [['check', 'READ.md'], 'No page is called "READ.md"'],
  [['check', '--baseline', 'none.json'], 'There is no baseline none.json.'],
  [['check', '--fix', '--rev', 'HEAD'], '--fix changes files, and --rev reads a revision.'],
  [['chek'], 'There is no command "chek".'],
] as const)('%j gives 2 and says why, without a stack', async ([words, message], { expect }) => {
  using checkout = createCheckout(files);
  const { code, out, notes } = await holdfast(checkout.root, ...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(notes).toContain(message);
  expect(notes).not.toMatch(/^\s+at /m);
});

test('a folder without git gives 2', async ({ expect }) => {
  const { code, notes } = await holdfast('/', 'check');
  expect(code).toBe(2);
  expect(notes).toBe(
    '/ is in no git repository: the check reads tracked files and their history.\n',
  );
});

test('pages, folders and kinds narrow a run', async ({ expect }) => {
  using checkout = createCheckout(files);
  const counts = [];
  for (const words of [['docs'], ['README.md'], ['**/*.md', '--kind', 'link']]) {
    const { out } = await holdfast(checkout.root, 'check', ...words);
    counts.push(/^\d+ claims? on \d+ pages?/.exec(out)?.[0]);
  }
  const { out } = await holdfast(join(checkout.root, 'docs'), 'check');
  counts.push(/^\d+ claims? on \d+ pages?/.exec(out)?.[0]);
  expect(counts).toEqual([
    '1 claim on 1 page',
    '2 claims on 1 page',
    '2 claims on 2 pages',
    '1 claim on 1 page',
  ]);
});

test('a revision is read without a checkout', async ({ expect }) => {
  using checkout = createCheckout(files);
  checkout.remove('src/main.ts');
  checkout.commit('Remove the entry');
  const before = await holdfast(checkout.root, 'check', '--rev', 'HEAD~1');
  const after = await holdfast(checkout.root, 'check', '--rev', 'HEAD');
  expect([before.code, after.code]).toEqual([0, 1]);
});

test('corrections change the claim and nothing else, until nothing is left', async ({ expect }) => {
  using checkout = createCheckout({
    ...files,
    'docs/guide.md': '# Guide\r\n\r\nBack to [read](/README.MD) and `docs/guide.md`.\r\n',
  });
  const { code, notes } = await holdfast(checkout.root, 'check', '--fix');
  expect(code).toBe(0);
  expect(notes).toBe('Corrected "docs/guide.md".\n');
  expect(readFileSync(join(checkout.root, 'docs/guide.md'), 'utf8')).toBe(
    '# Guide\r\n\r\nBack to [read](/README.md) and `docs/guide.md`.\r\n',
  );
});

test('corrections never follow a link out of the repository', async ({ expect }) => {
  using outside = createCheckout({ 'guide.md': '[read](/README.MD)\n' });
  using checkout = createCheckout(files);
  checkout.remove('docs');
  checkout.commit('Remove the guide');
  symlinkSync(outside.root, join(checkout.root, 'docs'));
  await holdfast(checkout.root, 'check', '--fix');
  expect(readFileSync(join(outside.root, 'guide.md'), 'utf8')).toBe('[read](/README.MD)\n');
});

test('a run leaves the working tree as it was', async ({ expect }) => {
  using checkout = createCheckout(files);
  await holdfast(checkout.root, 'check');
  expect(checkout.git('status', '--porcelain', '--ignored')).toBe('');
  expect(existsSync(join(checkout.root, '.git/holdfast/reports'))).toBe(true);
});

test('the cache notices an edit that is not committed', async ({ expect }) => {
  using checkout = createCheckout(files);
  const first = await holdfast(checkout.root, 'check');
  checkout.write({ 'README.md': '# Read\n\nThe entry is [here](src/gone.ts).\n' });
  const second = await holdfast(checkout.root, 'check');
  const third = await holdfast(checkout.root, 'check', '--no-cache');
  expect([first.code, second.code, third.code]).toEqual([0, 1, 1]);
  expect(second.out).toBe(third.out);
});

test('a damaged cache counts as none', async ({ expect }) => {
  using checkout = createCheckout(files);
  const first = await holdfast(checkout.root, 'check');
  const folder = join(checkout.root, '.git/holdfast/reports');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'x\n{}');
  expect(await holdfast(checkout.root, 'check')).toEqual(first);
});

test('a large report arrives whole through a pipe', ({ expect }) => {
  const links = Array.from({ length: 3_000 }, (_, at) => `- [page](gone-${at}.md)\n`).join('');
  using checkout = createCheckout({ 'README.md': `# Links\n\n${links}` });
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'check', '--root', checkout.root, '--format', 'json', '--all'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout).claims).toHaveLength(3_000);
});
