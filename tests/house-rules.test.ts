import { expect, test } from 'vitest';
import { houseRules } from '#support/architecture/house-rules.ts';

const named = 'is named in kebab-case, or in PascalCase for a component';
const short = 'has at most 200 lines, or says why on top';
const ownExports = 'is no barrel: it exports only what it declares';
const namedExports = 'exports by name, unless a loader asks for a default';
const environment = 'reads the environment only through src/config/env.ts';
const casts = 'casts only to const';
const specifiers = 'imports with the extension, and by alias from another folder';
const silent = 'prints nothing in drift and live';
const pure = 'knows no network, no clock and no Astro in drift';
const disk = 'touches disk and git in src/drift only where it reads them';

type Row = readonly [rule: keyof typeof houseRules, path: string, text: string];

const lines = (count: number) => 'const a = 1;\n'.repeat(count);

const breaches: readonly Row[] = [
  [named, 'src/live/runCheck.ts', ''],
  [named, 'src/live/run_check.ts', ''],
  [named, 'src/live/utils.ts', ''],
  [named, 'src/live/cache-manager.ts', ''],
  [named, 'src/components/live-status.astro', ''],
  [short, 'src/live/a.ts', lines(201)],
  [short, 'src/live/a.ts', `// A file\n${lines(201)}`],
  [ownExports, 'src/live/a.ts', "export { a } from './b.ts';"],
  [ownExports, 'src/live/a.ts', "export * from './b.ts';"],
  [ownExports, 'src/live/index.ts', 'export const a = 1;'],
  [namedExports, 'src/live/a.ts', 'export default function a() {}'],
  [namedExports, 'src/live/a.ts', 'export default class {}'],
  [namedExports, 'src/live/a.ts', 'const a = 1;\nexport default a;'],
  [environment, 'src/live/a.ts', 'const a = process.env.PORT;'],
  [environment, 'scripts/start.ts', "import { env } from 'node:process';"],
  [environment, 'src/pages/index.astro', '<p>{process.env.PORT}</p>'],
  [casts, 'src/live/a.ts', 'const a = b as string;'],
  [casts, 'src/live/a.ts', 'const a = <string>b;'],
  [specifiers, 'src/live/a.ts', "import { b } from './b';"],
  [specifiers, 'src/live/a.ts', "import { b } from '#config/env';"],
  [specifiers, 'src/live/a.ts', "import { b } from '../config/env.ts';"],
  [silent, 'src/live/a.ts', 'console.log(1);'],
  [silent, 'src/drift/check.ts', 'const { log } = console;'],
  [pure, 'src/drift/check.ts', 'const now = new Date();'],
  [pure, 'src/drift/check.ts', 'const now = Date.now();'],
  [pure, 'src/drift/check.ts', 'await fetch(url);'],
  [pure, 'src/drift/check.ts', "import { request } from 'node:https';"],
  [pure, 'src/drift/check.ts', "import { getCollection } from 'astro:content';"],
  [disk, 'src/drift/check.ts', "import { readFileSync } from 'node:fs';"],
  [disk, 'src/drift/anchors/path.ts', "import { execFile } from 'node:child_process';"],
];

test.for(breaches)('"%s" is broken by %s with %o', ([rule, path, text]) => {
  expect(houseRules[rule](path, text)).toEqual(expect.any(String));
});

const observances: readonly Row[] = [
  [named, 'src/pages/[...page].astro', ''],
  [named, 'src/pages/api/tenants/[tenantId]/audit-logs.ts', ''],
  [named, 'src/components/LiveStatus.astro', ''],
  [named, 'tests/live/run-check.integration.test.ts', ''],
  [short, 'src/live/a.ts', lines(200)],
  [short, 'src/live/a.ts', `// Over 200 lines: the table is one thing.\n${lines(200)}`],
  [ownExports, 'src/drift/anchors/index.ts', 'export const anchors = [];'],
  [ownExports, 'src/pages/index.ts', 'export const GET = () => {};'],
  [namedExports, 'checks/database.ts', 'export default defineCheck({});'],
  [namedExports, 'vitest.config.ts', 'export default {};'],
  [namedExports, 'src/live/a.ts', "import a from './b.ts';\nswitch (a) { default: }"],
  [environment, 'src/config/env.ts', 'const a = process.env;'],
  [environment, 'src/live/a.ts', "const a = 'process.env.PORT';"],
  [environment, 'scripts/start.ts', "const env = { ...process.env, PORT: '0' };"],
  [casts, 'src/live/a.ts', 'const a = [1] as const;'],
  [casts, 'src/live/a.ts', "import { a as b } from './c.ts';"],
  [specifiers, 'src/supabase/queries/a.ts', "import { b } from '../clients.ts';"],
  [specifiers, 'src/live/a.ts', "import { z } from 'zod';"],
  [silent, 'src/cli/main.ts', 'console.log(1);'],
  [pure, 'src/drift/check.ts', 'const day = new Date(text);'],
  [pure, 'src/live/clock.ts', 'const now = Date.now();'],
  [disk, 'src/drift/repository/git.ts', "import { execFile } from 'node:child_process';"],
];

test.for(observances)('"%s" is kept by %s with %o', ([rule, path, text]) => {
  expect(houseRules[rule](path, text)).toBeUndefined();
});
