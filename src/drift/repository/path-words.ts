import { definePart } from './repository.ts';

/** For each name the first path whose last segment is that name, with or without its extension. */
export const pathWordsPart = definePart('words of paths', ({ files }) => pathsByName(files.paths));

function pathsByName(paths: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const place = path.slice(0, end);
      if (folders.has(place)) break;
      folders.add(place);
      const segment = place.slice(place.lastIndexOf('/') + 1);
      const stem = end === path.length ? segment.replace(/(?<=.)\..*$/, '') : segment;
      for (const name of [segment, stem]) if (!byName.has(name)) byName.set(name, place);
    }
  }
  return byName;
}
