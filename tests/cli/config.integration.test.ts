import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { createCheckout, holdfast } from '#support/checkout.ts';

const page = '# Read\n\n[gone](gone.md)\n';

test.for([
  ['holdfast.config.json', '{ "pages": { "exclude": ["docs/**"] } }'],
  ['holdfast.config.yaml', 'pages:\n  exclude: [docs/**]\n'],
  ['holdfast.config.ts', "export default { pages: { exclude: ['docs/**'] } };\n"],
] as const)('%s leaves pages out', async ([name, text], { expect }) => {
  using checkout = createCheckout({ 'docs/a.md': page, [name]: text });
  expect((await holdfast(checkout.root, 'check')).code).toBe(0);
});

test.for([
  ['holdfast.config.json', '{ "page": {} }', 'Unrecognized key'],
  ['holdfast.config.yaml', 'pages: [\n', 'holdfast.config.yaml:'],
  [
    'holdfast.config.ts',
    'export default {\n  pages: find(),\n};',
    'holdfast.config.ts:2: expected',
  ],
  [
    'holdfast.config.json',
    '{ "suppressions": [{ "page": "a.md", "reason": " " }] }',
    'suppressions[0].reason',
  ],
] as const)('%s with %j gives 2 and says what is wrong', async ([name, text, said], { expect }) => {
  using checkout = createCheckout({ 'a.md': page, [name]: text });
  const { code, notes } = await holdfast(checkout.root, 'check');
  expect(code).toBe(2);
  expect(notes).toContain(said);
  expect(notes).not.toMatch(/^\s+at /m);
});

test('a configuration of a stranger is never executed', async ({ expect }) => {
  const text =
    "import { writeFileSync } from 'node:fs';\nwriteFileSync('hacked', '');\nexport default {};\n";
  using checkout = createCheckout({ 'a.md': '# A\n', 'holdfast.config.ts': text });
  expect((await holdfast(checkout.root, 'check')).code).toBe(0);
  expect(existsSync(join(checkout.root, 'hacked'))).toBe(false);
});

test('two configurations give 2', async ({ expect }) => {
  const both = { 'holdfast.config.json': '{}', 'holdfast.config.yml': '' };
  using checkout = createCheckout({ 'a.md': page, ...both });
  const { code, notes } = await holdfast(checkout.root, 'check');
  expect(code).toBe(2);
  expect(notes).toContain('Keep one of them.');
});

test('the status of a folder holds its pages back', async ({ expect }) => {
  using checkout = createCheckout({
    'notes/a.md': page,
    'holdfast.config.json': '{"status":[{"pages":"notes/**","status":"draft"}]}',
  });
  const { code, out } = await holdfast(checkout.root, 'check');
  expect(code).toBe(0);
  expect(out).toContain('notes/a.md: the configuration calls it "draft"');
});

test('paths of a neighbouring repository are not judged here', async ({ expect }) => {
  using checkout = createCheckout({
    'a.md': '# A\n\n[its guide](../api/guide.md)\n',
    'holdfast.config.json': '{"siblings":["api"]}',
  });
  expect((await holdfast(checkout.root, 'check')).code).toBe(0);
});

test('a baseline lets known findings stand, and only shrinks', async ({ expect }) => {
  using checkout = createCheckout({ 'a.md': page });
  const call = (...words: readonly string[]) =>
    holdfast(checkout.root, 'check', '--baseline', 'known.json', ...words);
  const written = await call('--update-baseline');
  const stands = await call();
  checkout.write({ 'a.md': `${page}\n[lost](lost.md)\n` });
  const grown = await call();
  const again = await call('--update-baseline');
  checkout.write({ 'a.md': '# Read\n\n[here](a.md)\n' });
  const settled = await call();
  await call('--prune');
  expect([written.code, stands.code, grown.code, again.code, settled.code]).toEqual([
    0, 0, 1, 2, 0,
  ]);
  expect(settled.out).toContain('known findings are settled');
  expect(JSON.parse(readFileSync(join(checkout.root, 'known.json'), 'utf8'))).toEqual({
    version: 1,
    findings: [],
    kinds: { link: 1 },
  });
});
