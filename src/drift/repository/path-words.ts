import { lazy } from './lazy.ts';
import { definePart } from './repository.ts';

/** The first path whose last segment is a name, with or without its extension. */
export const pathWordsPart = definePart('words of paths', ({ files }) => {
  const byName = lazy(() => pathsByName(files.paths));
  return (name: string): string | undefined => byName().get(name);
});

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
