import { test } from 'vitest';
import { nearestName } from '#drift/nearest.ts';

test.for([
  ['db:restroe', ['db:restore', 'build'], 'db:restore'],
  ['seed:db', ['db:seed', 'build'], 'db:seed'],
  ['tests.yml', ['unit-tests.yml', 'deploy.yml'], 'unit-tests.yml'],
  ['elixir_tests.yml', ['agents_desktop_build.yml', 'deploy.yml'], undefined],
] as const)('nearest to %s of %o is %s', ([name, candidates, nearest], { expect }) => {
  expect(nearestName(name, candidates)).toBe(nearest);
});
