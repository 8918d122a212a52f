import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRepository, type Size } from './generated-repository.ts';
import { type Measured, measure } from './measure.ts';

const project = join(import.meta.dirname, '..', '..');
// As the script "holdfast" of package.json calls it.
const cli = ['--max-semi-space-size=8', join(project, 'src/cli/launch.js')];
const size: Size = { pages: 500, commits: 1_000, pageBytes: 16_000 };
const rounds = 5;

const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
try {
  const root = join(folder, 'small');
  generateRepository(root, size);
  const rows = measureAll(root);
  const floor = rows.read;
  for (const [name, row] of Object.entries(rows)) print(name, { row, floor });
  const large = join(folder, 'large');
  generateRepository(large, { ...size, pages: size.pages * 10 });
  const cold = measureCold(large, 2);
  print('cold, 10 × pages', { row: cold, floor });
  process.stdout.write(`growth ${(cold.ms / rows.cold.ms).toFixed(1)} for 10 × the pages\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureAll(root: string) {
  const check = (...words: readonly string[]) => [...cli, 'check', '--root', root, ...words];
  const here = { folder: root, rounds };
  return {
    read: measure([join(import.meta.dirname, 'read-pages.ts'), root], here),
    remark: measure(remarkWords(), { folder: root, rounds: 1 }),
    cold: measureCold(root, rounds),
    warm: measure(check(), here),
    'since, first': measure(check('--since', 'HEAD~20'), { folder: root, rounds: 1 }),
    'since, again': measure(check('--since', 'HEAD~20'), here),
  };
}

function measureCold(root: string, times: number): Measured {
  const before = () => rmSync(join(root, '.git/holdfast'), { recursive: true, force: true });
  return measure([...cli, 'check', '--root', root], { folder: root, rounds: times, before });
}

function remarkWords(): readonly string[] {
  const settings = join(folder, 'remark.json');
  const plugin = join(project, 'node_modules/remark-validate-links/index.js');
  writeFileSync(settings, JSON.stringify({ plugins: [[plugin, { repository: false }]] }));
  const remark = join(project, 'node_modules/remark-cli/cli.js');
  return [remark, '--quiet', '--no-stdout', '--no-config', '--rc-path', settings, '.'];
}

function print(name: string, { row, floor }: { row: Measured; floor: Measured }): void {
  const cells = [
    name.padEnd(18),
    `${row.ms.toFixed(0).padStart(7)} ms`,
    `${(row.ms / floor.ms).toFixed(1).padStart(6)} × read`,
    `${row.rssMb.toFixed(0).padStart(5)} MB`,
    `exit ${row.status}`,
  ];
  process.stdout.write(`${cells.join('  ')}\n`);
}
