import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

type Launch = (dataFolder: string) => Promise<{ stop(): Promise<void> }>;

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/holdfast');
const dayMs = 24 * 60 * 60 * 1000;

/**
 * A migrated and seeded data folder to copy from. It is made again when what it is made of has
 * changed, and every day: the demo data ends at the moment it was made.
 */
export async function prepareTemplate(launch: Launch): Promise<string> {
  const template = join(cache, `data-${await fingerprint()}`);
  if (existsSync(template)) return template;
  await mkdir(cache, { recursive: true });
  await removeOld();
  const draft = await mkdtemp(join(cache, 'draft-'));
  const { stop } = await launch(draft);
  await stop();
  // Another test process may have been faster: then its folder serves both.
  await rename(draft, template).catch(() => rm(draft, { recursive: true }));
  return template;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const files = glob(['supabase/**/*.sql', 'src/supabase/embedded/**/*'], {
    cwd: root,
    withFileTypes: true,
  });
  const paths: string[] = [];
  for await (const file of files) if (file.isFile()) paths.push(join(file.parentPath, file.name));
  for (const path of paths.sort())
    hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}

async function removeOld(): Promise<void> {
  for await (const name of glob('*', { cwd: cache })) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > dayMs) await rm(folder, { recursive: true, force: true });
  }
}
