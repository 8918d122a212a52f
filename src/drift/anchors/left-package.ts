import { packagesPart } from '#drift/repository/packages.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';

const leavingPart = definePart('pages of packages that left', () => new Map<string, boolean>());

/**
 * Whether a page tells to install or import a package whose folder has left this repository:
 * its names are those of sources that may live elsewhere.
 */
export function isOfLeftPackage(page: string, repository: Repository): boolean {
  const known = repository.part(leavingPart);
  const answer = known.get(page) ?? namesLeftPackage(page, repository);
  known.set(page, answer);
  return answer;
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
