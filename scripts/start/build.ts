import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { extendEnv } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';

const inputs = [
  '{src,content,runbooks,checks,public,types,supabase,scripts,.github}/**/*',
  '{astro.config.mjs,package.json,package-lock.json,tsconfig.json,*.md}',
];

/** Builds the site when what it is made of differs from what `dist/` was made of. */
export async function buildIfStale(root: string, signal: AbortSignal): Promise<void> {
  const stamp = join(root, 'dist', '.inputs');
  const wanted = await fingerprint(root);
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === wanted) return;
  console.log('Building the site …');
  await build(root, signal);
  await writeFile(stamp, wanted);
}

async function fingerprint(root: string): Promise<string> {
  const paths: string[] = [];
  for await (const file of glob(inputs, { cwd: root, withFileTypes: true })) {
    if (file.isFile()) paths.push(join(file.parentPath, file.name));
  }
  const hash = createHash('sha256');
  for (const path of paths.sort())
    hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex');
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
