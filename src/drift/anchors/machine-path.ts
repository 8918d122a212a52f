import type { Repository } from '#drift/repository/repository.ts';
import type { Missing } from './anchor.ts';
import { findPlace } from './places.ts';

/**
 * What is to say of a link to where a file lay on the machine of whoever wrote the page, such as
 * `/Users/ann/site/docs/a.md`; undefined for other links, and where no file here ends so.
 */
export function onMachine(path: string, page: string, repository: Repository): Missing | undefined {
  if (!/^\/(?:Users|home)\/[^/]+\/./.test(path)) return undefined;
  const file = findPlace(path, page, repository)?.path;
  if (file === undefined) return undefined;
  return {
    status: 'missing',
    code: 'link-missing',
    target: path,
    nearest: file,
    places: [],
    evidence: { file },
    strength: 'stated',
  };
}
