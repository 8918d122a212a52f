import { expect, test } from 'vitest';
import { nearestPath } from '#drift/anchors/nearest-path.ts';
import { repositoryWith } from '#support/repository.ts';

test.for([
  ['models/index.js', ['server/index.js', 'server/models/index.ts'], 'server/models/index.ts'],
  ['modules/ingester/trace.go', ['vendor/grpc/trace.go'], undefined],
  ['modules/ingester/trace.go', ['vendor/grpc/trace.go', 'pkg/trace.go'], 'pkg/trace.go'],
] as const)('nearest to %s of %o is %s', ([path, files, nearest]) => {
  const repository = repositoryWith({
    files: Object.fromEntries(files.map((file) => [file, ''])),
  });
  expect(nearestPath(path, repository)).toBe(nearest);
});
