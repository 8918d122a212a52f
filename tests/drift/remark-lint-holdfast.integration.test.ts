import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'vitest';
import { createCheckout } from '#support/checkout.ts';

const project = join(import.meta.dirname, '..', '..');

/** remark-cli on the pages of a folder, as an author runs it. */
function remark(root: string): string {
  const plugin = join(project, 'src/drift/remark-lint-holdfast.ts');
  const words = ['--quiet', '--no-stdout', '--no-config', '--no-color', '--use', plugin, '.'];
  const { stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/remark-cli/cli.js'), ...words],
    { cwd: root, encoding: 'utf8' },
  );
  return stderr;
}

test('remark-cli shows what drifted, at its place on the page', ({ expect }) => {
  using checkout = createCheckout({
    'README.md': '# Read\n\nSee [the guide](docs/gude.md) and [this](README.md).\n',
    'docs/guide.md': '# Guide\n',
  });
  const printed = remark(checkout.root);
  expect(printed).toContain('README.md');
  expect(printed).toMatch(/3:\d+-3:\d+\s+warning .*docs\/gude\.md.*\(link-missing\)\s+holdfast/);
  expect(printed).not.toContain('docs/guide.md\n');
});

test('remark-cli is silent where all holds', ({ expect }) => {
  using checkout = createCheckout({ 'README.md': '# Read\n\nSee [this](README.md).\n' });
  expect(remark(checkout.root)).toBe('');
});
