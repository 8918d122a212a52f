import { test } from 'vitest';
import { createCheckout, holdfast } from '#support/checkout.ts';

const files = {
  'README.md': '# Read\n\nRun `npm run build`, see `src/main.ts` and [other](other.md).\n',
  'package.json': '{\n  "scripts": {\n    "build": "node build.ts"\n  }\n}\n',
  'src/main.ts': 'export const main = 1;\n',
};

test('a change names the lines it strands on pages it did not touch, and no older ones', async ({
  expect,
}) => {
  using checkout = createCheckout(files);
  checkout.move('src/main.ts', 'src/start.ts');
  checkout.write({ 'package.json': files['package.json'].replace('build"', 'compile"') });
  checkout.commit();
  const { code, out } = await holdfast(checkout.root, 'check', '--since', 'HEAD~1');
  expect(code).toBe(1);
  expect(out.match(/^README\.md:3:\d+ {2}\S+/gm)).toEqual([
    'README.md:3:6  script-missing',
    'README.md:3:27  path-missing',
  ]);
});

test('a change that is not committed counts, too', async ({ expect }) => {
  using checkout = createCheckout(files);
  checkout.remove('src/main.ts');
  const { code, out } = await holdfast(checkout.root, 'check', '--since', 'HEAD');
  expect(code).toBe(1);
  expect(out.match(/^README\.md:3:\d+ {2}\S+/gm)).toEqual(['README.md:3:27  path-missing']);
});

test('a file that only the working tree lacks was there a commit ago', async ({ expect }) => {
  using checkout = createCheckout({
    'README.md': '# Read\n\nFor example `src/main.ts`.\n',
    'src/main.ts': 'export const main = 1;\n',
  });
  checkout.git('mv', 'src/main.ts', 'src/start.ts');
  const { code, out } = await holdfast(checkout.root, 'check');
  expect(code).toBe(1);
  expect(out).toContain('Did you mean "src/start.ts"?');
});

test('a page that moves takes its old findings along', async ({ expect }) => {
  using checkout = createCheckout(files);
  checkout.move('README.md', 'GUIDE.md');
  checkout.commit();
  const { code } = await holdfast(checkout.root, 'check', '--since', 'HEAD~1');
  expect(code).toBe(0);
});

test('what came to the base after the branch set out is not the change of the branch', async ({
  expect,
}) => {
  using checkout = createCheckout(files);
  checkout.git('switch', '--quiet', '--create', 'topic');
  checkout.write({ 'other.txt': 'x\n' });
  checkout.commit();
  checkout.git('switch', '--quiet', 'main');
  checkout.write({ 'README.md': '# Read\n' });
  checkout.commit();
  checkout.git('switch', '--quiet', 'topic');
  const { code } = await holdfast(checkout.root, 'check', '--since', 'main');
  expect(code).toBe(0);
});

test('a comparison is kept until a file or the revision changes', async ({ expect }) => {
  using checkout = createCheckout(files);
  checkout.move('src/main.ts', 'src/start.ts');
  const ask = () => holdfast(checkout.root, 'check', '--since', 'HEAD');
  const first = await ask();
  expect(await ask()).toEqual(first);
  checkout.move('src/start.ts', 'src/main.ts');
  expect([first.code, (await ask()).code]).toEqual([1, 0]);
  checkout.move('src/main.ts', 'src/start.ts');
  checkout.commit();
  expect((await ask()).code).toBe(0);
});
