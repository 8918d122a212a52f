import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { createCheckout, holdfast } from '#support/checkout.ts';

const headline = /^(\d+) claims? on (\d+) pages? at \S+: (\d+) holds, (\d+) drifted/m;

function counted(out: string): readonly number[] {
  return (headline.exec(out) ?? []).slice(1).map(Number);
}

test('links in circles and out of the repository are never followed', async ({ expect }) => {
  using checkout = createCheckout({ 'README.md': '# A\n\n[loop](loop/a.md) and [out](out)\n' });
  symlinkSync('.', join(checkout.root, 'loop'));
  symlinkSync('/etc/passwd', join(checkout.root, 'secret.md'));
  symlinkSync('/', join(checkout.root, 'out'));
  checkout.commit();
  const { code, out } = await holdfast(checkout.root, 'check', '--all');
  expect(code).toBeLessThan(2);
  expect(out).not.toContain('root:');
});

test('paths with spaces, quotes, line feeds and other scripts are read', async ({ expect }) => {
  using checkout = createCheckout({
    'a page.md': '# A\n\nSee [b](<b "quoted".md>) and `ö/日本.ts` and [c](c%0Ad.md).\n',
    'b "quoted".md': '# B\n',
    'c\nd.md': '# C\n\n[a](<a page.md>)\n',
    'ö/日本.ts': '',
  });
  const { code, out } = await holdfast(checkout.root, 'check');
  const [claims, pages, holds, drifted] = counted(out);
  expect({ code, pages, drifted }).toEqual({ code: 0, pages: 3, drifted: 0 });
  expect(holds).toBe(claims);
});

test('binary and very large files are no pages', async ({ expect }) => {
  using checkout = createCheckout({
    'binary.md': Buffer.from([0x23, 0x20, 0, 0xff, 0xfe, 0x0a]),
    'large.md': Buffer.alloc(3 * 1024 * 1024, '[gone](gone.md) '),
    'README.md': '# A\n\n[binary](binary.md)\n',
  });
  const { code, out } = await holdfast(checkout.root, 'check');
  expect({ code, counts: counted(out) }).toEqual({ code: 0, counts: [1, 1, 1, 0] });
});

test('a name that moves to the end of long code has not gone', async ({ expect }) => {
  const long = '// none\n'.repeat(400_000);
  using checkout = createCheckout({
    'README.md': '# A\n\nThe option `lastOption` and the option `goneOption`.\n',
    'src/a.ts': 'export const lastOption = 1;\nexport const goneOption = 2;\n',
  });
  checkout.write({ 'src/a.ts': '', 'src/api.ts': `${long}export const lastOption = 1;\n` });
  checkout.commit();
  const { code, out } = await holdfast(checkout.root, 'check');
  expect(code).toBe(1);
  expect(out).toContain('goneOption');
  expect(out).not.toContain('lastOption');
});

test('a file that is tracked but not checked out counts as there', async ({ expect }) => {
  using checkout = createCheckout({
    'README.md': '# A\n\n[b](docs/b.md#b) and `src/c.ts`\n',
    'docs/b.md': '# B\n',
    'src/c.ts': '',
  });
  checkout.git('sparse-checkout', 'set', '--no-cone', '/README.md');
  const { code, out } = await holdfast(checkout.root, 'check');
  expect({ code, drifted: counted(out)[3] }).toEqual({ code: 0, drifted: 0 });
});

test('a submodule is a place whose content nobody judges', async ({ expect }) => {
  using inner = createCheckout({ 'lib/x.ts': '' });
  using checkout = createCheckout({
    'README.md': '# A\n\n[x](inner/lib/x.ts) and `inner/lib/y.ts`\n',
  });
  checkout.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    inner.root,
    'inner',
  );
  checkout.commit();
  const { code } = await holdfast(checkout.root, 'check');
  expect(code).toBe(0);
});

test('a shallow clone says so, and proves no removal', async ({ expect }) => {
  using origin = createCheckout({ 'README.md': '# A\n\nSee `src/a.ts`.\n', 'src/a.ts': 'a\n' });
  origin.remove('src/a.ts');
  origin.write({ 'src/b.ts': 'b\n' });
  origin.commit();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-shallow-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${origin.root}`, folder]);
    const { out } = await holdfast(folder, 'check');
    expect(out).toMatch(/^Note: .*shallow/m);
    expect(counted(out)[3]).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a bare repository is read at its head', async ({ expect }) => {
  using origin = createCheckout({ 'README.md': '# A\n\n[gone](gone.md)\n' });
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bare-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--bare', origin.root, folder]);
    const { code, out } = await holdfast(folder, 'check', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out).claims).toMatchObject([{ page: 'README.md', line: 3 }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a repository without a commit is read as it lies there', async ({ expect }) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-unborn-'));
  try {
    execFileSync('git', ['init', '--quiet', folder]);
    const { code, out } = await holdfast(folder, 'check');
    expect(code).toBe(0);
    expect(out).toContain('0 claims on 0 pages at no commit');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a hundred thousand files are indexed within seconds', async ({ expect }) => {
  using checkout = createCheckout({ 'README.md': '# A\n\n`src/area7/file7.ts` [b](gone.md)\n' });
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    return `100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\tsrc/area${at % 100}/file${at}.ts\n`;
  });
  const input = rows.join('');
  const git = ['-C', checkout.root];
  execFileSync('git', [...git, 'hash-object', '-w', '--stdin'], { input: '' });
  execFileSync('git', [...git, 'update-index', '--index-info'], { input });
  checkout.git('-c', 'user.name=T', '-c', 'user.email=t@example.test', 'commit', '-qm', 'Many');
  const start = performance.now();
  const { code, out } = await holdfast(checkout.root, 'check', '--rev', 'HEAD');
  expect({ code, counts: counted(out).slice(0, 3) }).toEqual({ code: 1, counts: [2, 1, 1] });
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('a git folder that cannot be written costs the cache only', async ({ expect }) => {
  using checkout = createCheckout({ 'README.md': '# A\n\n[here](README.md)\n' });
  mkdirSync(join(checkout.root, '.git/holdfast'));
  checkout.write({ '.git/holdfast/reports': 'a file where the cache wants a folder' });
  const { code } = await holdfast(checkout.root, 'check');
  expect(code).toBe(0);
});
