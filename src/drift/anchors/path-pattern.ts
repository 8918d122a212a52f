import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import type { Resolution } from './anchor.ts';
import { findMatch, fixedFolder } from './globs.ts';
import { candidatePaths, exists, isElsewhere } from './places.ts';

/** A path with a pattern in it: what it matches, or the folder before the pattern. */
export function resolvePattern(path: string, page: string, repository: Repository): Resolution {
  const match = findMatch(path, repository);
  if (match !== undefined)
    return { status: 'found', evidence: { file: match }, note: 'by a pattern' };
  const folder = fixedFolder(path);
  if (folder === '' || isElsewhere(folder, page, repository))
    return { status: 'unknown', reason: 'placeholder' };
  const places = candidatePaths(folder, page);
  if (places.some((place) => exists(place, repository)))
    return { status: 'unknown', reason: 'pattern without a match' };
  if (isForUsers(page, repository))
    return { status: 'unknown', reason: "a pattern that may be of the reader's own files" };
  return { status: 'missing', code: 'path-missing', target: path, places, strength: 'guessed' };
}
