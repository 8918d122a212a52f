import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findBackend, takeDataFolder } from '#supabase/embedded/data-folder.ts';
import { identify } from '#supabase/embedded/processes.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'data folder '));
  return () => rm(dataFolder, { recursive: true });
});

describe('the keys of a data folder', () => {
  test('are made once and readable by their owner only', async () => {
    const first = await readSecrets(dataFolder);
    expect(await readSecrets(dataFolder)).toEqual(first);
    expect((await stat(join(dataFolder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(5);
  });

  test('are the same for two that make them at once', async () => {
    const [one, two] = await Promise.all([readSecrets(dataFolder), readSecrets(dataFolder)]);
    expect(one).toEqual(two);
  });

  test.for(['', 'nonsense', '{"jwtSecret":"short"}'])('are refused as %o', async (text) => {
    await writeFile(join(dataFolder, 'secrets.json'), text);
    await expect(readSecrets(dataFolder)).rejects.toThrow('does not hold the keys');
  });
});

describe('a data folder', () => {
  const take = () => takeDataFolder({ dataFolder, patienceMs: 0 });

  test('is for one at a time, and free again when it is given back', async () => {
    const release = await take();
    expect(await findBackend(dataFolder)).toBe(process.pid);
    await expect(take()).rejects.toThrow(`Another Holdfast (process ${process.pid}) works on`);
    await release();
    await (await take())();
    expect(await readdir(dataFolder)).toEqual([]);
  });

  test.for([
    ['that has ended', '4194000 1'],
    ['whose number another process has got', `${process.pid} 1`],
    ['that nobody can name', ''],
  ])('is taken from a holder %s', async ([, holder]) => {
    await writeFile(join(dataFolder, 'lock'), holder ?? '');
    await take();
    expect(await readFile(join(dataFolder, 'lock'), 'utf8')).toBe(identify(process.pid));
  });
});
