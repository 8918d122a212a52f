import { memoised } from '#drift/repository/lazy.ts';
import { packagesPart } from '#drift/repository/packages.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';

const leavingPart = definePart('pages of packages that left', (repository) =>
  memoised((page) => namesLeftPackage(page, repository)),
);

/**
 * Whether a page tells to install or import a package whose folder has left this repository:
 * its names are those of sources that may live elsewhere.
 */
export function isOfLeftPackage(page: string, repository: Repository): boolean {
  return repository.part(leavingPart)(page);
}

const named = /(?:\bfrom |\b(?:install|add|i) |\brequire\()["'`]?(@[\w.-]+\/([\w.-]+))/g;

function namesLeftPackage(page: string, repository: Repository): boolean {
  const text = repository.read(page) ?? '';
  const { all } = repository.part(packagesPart);
  const here = new Set(all.map(({ name }) => name));
  const names = [...text.matchAll(named)].filter(([, name = '']) => !here.has(name));
  if (names.length === 0) return false;
  const left = repository.history.removedNamed('package.json');
  return names.some(([, , last = '']) =>
    left.some((path) => path.endsWith(`/${last}/package.json`)),
  );
}
