import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

// npm leaves out what its registry did not have that day, and `npm ci` then refuses the lock file.
test('the lock file has every optional package, also those of other platforms', () => {
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  const missing = wanted.filter(({ path, name }) => !isLocked(path, name));
  expect(missing).toEqual([]);
});

function isLocked(path: string, name: string): boolean {
  if (`${path}/node_modules/${name}`.replace(/^\//, '') in packages) return true;
  const parent = path.split('/node_modules/').slice(0, -1).join('/node_modules/');
  return path !== '' && isLocked(parent, name);
}
