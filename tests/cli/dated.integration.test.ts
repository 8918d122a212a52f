import { expect, test } from 'vitest';
import { type Checkout, cloneCheckout, createCheckout, holdfast } from '#support/checkout.ts';

type Claim = { text: string; evidence: { commit?: string; date?: string }[] };

const page = 'Run `npm run build`, then `npm run drill`. Read `docs/plan.txt` in `docs/`.\n';
const scripts = (...names: readonly string[]) =>
  `{ "scripts": {\n${names.map((name) => `"${name}": "node x.js",\n`).join('')}"end": "true"\n} }\n`;

async function commitsBehind(root: string): Promise<Record<string, string | undefined>> {
  const { out } = await holdfast(
    root,
    ...['check', '--rev', 'HEAD', '--all', '--dated', '--format', 'json'],
  );
  const { claims }: { claims: Claim[] } = JSON.parse(out);
  return Object.fromEntries(claims.map(({ text, evidence }) => [text, evidence[0]?.commit]));
}

/** Two commits: the second puts a line above a proven one, adds another, and moves a file. */
function grown(): Checkout & { first: string; second: string } {
  const checkout = createCheckout({
    'package.json': scripts('build'),
    'plan.txt': 'A plan\nof two lines.\n',
    'README.md': page,
  });
  const first = checkout.git('rev-parse', 'HEAD').trim();
  checkout.write({ 'package.json': scripts('lint', 'build', 'drill') });
  checkout.move('plan.txt', 'docs/plan.txt');
  return Object.assign(checkout, { first, second: checkout.commit() });
}

test('a proof names the commit that wrote its line or put its file there; a folder has none', async () => {
  using checkout = grown();
  const { first, second } = checkout;
  checkout.write({ 'package.json': scripts('last', 'lint', 'build', 'drill') });
  checkout.commit();
  expect(await commitsBehind(checkout.root)).toEqual({
    'npm run build': first,
    'npm run drill': second,
    'docs/plan.txt': second,
    'docs/': undefined,
  });
});

test('a shallow clone names no commit: its first one only seems to have written everything', async () => {
  using checkout = grown();
  using clone = cloneCheckout(`file://${checkout.root}`);
  clone.git('fetch', '--quiet', '--depth', '1');
  expect(clone.git('rev-parse', '--is-shallow-repository').trim()).toBe('true');
  expect(Object.values(await commitsBehind(clone.root)).filter(Boolean)).toEqual([]);
});

test('without a revision there are lines that no commit has written', async () => {
  using checkout = grown();
  const { code, notes } = await holdfast(checkout.root, 'check', '--dated');
  expect(code).toBe(2);
  expect(notes).toContain('--dated names commits: say at which revision with --rev');
});
