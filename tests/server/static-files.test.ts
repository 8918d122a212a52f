import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readStaticFiles } from '#server/static-files.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static files '));
  await mkdir(join(folder, '_astro'));
  await mkdir(join(folder, 'runbooks'));
  await writeFile(join(folder, 'index.html'), 'home');
  await writeFile(join(folder, 'runbooks/a.html'), 'a');
  await writeFile(join(folder, 'runbooks/a.html.br'), 'br');
  await writeFile(join(folder, 'runbooks/a.html.gz'), 'gz');
  await writeFile(join(folder, '_astro/x.js'), 'x');
  await writeFile(join(folder, 'backup.gz'), 'not a copy of anything');
});
afterAll(() => rm(folder, { recursive: true }));

test('pages are found without their extension, and compressed copies are no pages', async () => {
  const files = await readStaticFiles(folder);
  expect([...files.keys()].sort()).toEqual(['/', '/_astro/x.js', '/backup.gz', '/runbooks/a']);
});

test('a file carries its compressed bodies, its type, and a hash of its content alone', async () => {
  const files = await readStaticFiles(folder);
  const page = files.get('/runbooks/a');
  expect(page).toMatchObject({ type: 'text/html; charset=utf-8', isImmutable: false });
  expect(page?.bodies.br?.toString()).toBe('br');
  expect(page?.bodies.gzip?.toString()).toBe('gz');
  expect(files.get('/_astro/x.js')?.isImmutable).toBe(true);
  await writeFile(join(folder, 'copy.html'), 'a');
  expect((await readStaticFiles(folder)).get('/copy')?.hash).toBe(page?.hash);
});
