import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { folders } from '#support/architecture/folders.ts';
import { houseRules } from '#support/architecture/house-rules.ts';
import { findStrayImports } from '#support/architecture/stray-imports.ts';

const { imports: aliases } = z
  .object({ imports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  .toString()
  .split('\0')
  .filter((path) => /\.(ts|js|mjs|astro)$/.test(path) && !path.startsWith('tests/fixtures/'))
  .filter((path) => existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('every import of every file is in the table of folders', () => {
  const strays = files.flatMap(({ path, text }) =>
    findStrayImports(path, text, aliases).map((stray) => `${path}: ${stray}`),
  );
  expect(strays).toEqual([]);
});

test.for(Object.entries(houseRules))('every file %s', ([, findBreach]) => {
  const breaches = files.flatMap(({ path, text }) => {
    const breach = findBreach(path, text);
    return breach === undefined ? [] : [`${path}: ${breach}`];
  });
  expect(breaches).toEqual([]);
});

describe('the table of folders', () => {
  const paths = folders.map(({ path }) => path);

  test('names each folder once', () => {
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('allows only imports of rows it has', () => {
    const named = folders.flatMap(({ mayImport, mayImportTypesOf = [] }) =>
      mayImport === 'anything' ? [] : [...mayImport, ...mayImportTypesOf],
    );
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('has no row for a folder that is not there', () => {
    expect(paths.filter((path) => !existsSync(path || '.'))).toEqual([]);
  });
});

const imports: readonly [path: string, text: string, strays: number][] = [
  ['src/drift/check.ts', "import { a } from '#drift/anchors/path.ts';", 0],
  ['src/drift/check.ts', "import { a } from '#live/reading.ts';", 1],
  ['src/drift/check.ts', "import type { A } from '#live/reading.ts';", 1],
  ['src/live/runner.ts', "import { a } from '#drift/check.ts';", 1],
  ['src/live/runner.ts', "import { a } from '../drift/check.ts';", 1],
  ['src/live/runner.ts', "const a = await import('#drift/check.ts');", 1],
  ['src/live/runner.ts', "export { a } from '#drift/check.ts';", 1],
  ['src/live/runner.ts', "type A = import('#drift/check.ts').A;", 1],
  ['src/live/runner.ts', "import { z } from 'zod';", 0],
  ['src/live/runner.ts', "import { a } from '#nowhere/a.ts';", 1],
  ['src/drift/judge/tense.ts', "import type { A } from '#drift/claims/mention.ts';", 0],
  ['src/drift/judge/tense.ts', "import { type A } from '#drift/claims/mention.ts';", 0],
  ['src/drift/judge/tense.ts', "import { type A, b } from '#drift/claims/mention.ts';", 1],
  ['src/drift/claims/text.ts', "import { a } from '#drift/repository/git.ts';", 1],
  ['src/pages/api/health.ts', "import { a } from '#supabase/clients.ts';", 0],
  ['src/pages/api/health.ts', "import { a } from '#supabase/embedded/serve.ts';", 1],
  ['src/components/Health.astro', "---\nimport type { A } from '#live/reading.ts';\n---\n<p>", 0],
  ['src/components/Health.astro', "---\nimport { a } from '#live/reading.ts';\n---\n<p>", 1],
  ['src/components/Health.astro', "<script>import '#live/reading.ts';</script>", 1],
  ['src/cli/main.ts', "import { a } from '#scripts/start.ts';", 1],
  ['elsewhere/a.ts', '', 1],
  ['tests/live/a.test.ts', "import { a } from '#drift/check.ts';", 0],
];

test.for(imports)('%s with "%s" has %i stray imports', ([path, text, strays]) => {
  expect(findStrayImports(path, text, aliases)).toHaveLength(strays);
});
