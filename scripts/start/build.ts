import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { extendEnv } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';

const inputs = [
  '{src,content,runbooks,checks,public,types}/**',
  '{astro.config.mjs,package.json,package-lock.json,tsconfig.json}',
];

// Among the last files of a build: one that was broken off does not have it.
const lastFile = 'dist/client/index.html.br';

/** Builds the site when something that it is made of is newer than `dist/`. */
export async function buildIfStale(root: string, signal: AbortSignal): Promise<void> {
  const builtMs = await stat(join(root, lastFile)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if ((await newestInput(root)) < builtMs) return;
  console.log('Building the site …');
  await build(root, signal);
}

// Folders count too: theirs is the only time that a deleted file changes.
async function newestInput(root: string): Promise<number> {
  let newestMs = 0;
  for await (const path of glob(inputs, { cwd: root })) {
    newestMs = Math.max(newestMs, (await stat(join(root, path))).mtimeMs);
  }
  return newestMs;
}

async function build(root: string, signal: AbortSignal): Promise<void> {
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: root,
    signal,
    env: extendEnv({ ASTRO_TELEMETRY_DISABLED: '1', SKIP_ENV_VALIDATION: 'true' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  if (code === 0) return;
  throw new UsageError(`${output}${complaints}\nThe site cannot be built; see above.`);
}
