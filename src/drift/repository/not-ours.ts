import ignore from 'ignore';
import { definePart, type Repository } from './repository.ts';

/**
 * Whether a path is not the word of the people here: `.gitattributes` calls it generated or
 * vendored, or a generator lists it among the files that it wrote.
 */
export const notOursPart = definePart('not ours', (repository) => {
  const marked = markedPaths(repository);
  const written = new Set(writtenFiles(repository));
  return (path: string): boolean => written.has(path) || marked(path);
});

const attribute = /(?:^|\s)linguist-(?:generated|vendored)(?:=true)?(?:\s|$)/;

function markedPaths({ files, read }: Repository): (path: string) => boolean {
  const rules = files.named('.gitattributes').map((file) => {
    const patterns = (read(file) ?? '')
      .split('\n')
      .filter((line) => attribute.test(line))
      .map((line) => line.split(/\s/, 1)[0] ?? '');
    const folder = file.slice(0, -'.gitattributes'.length);
    return { folder, matcher: ignore().add(patterns) };
  });
  return (path) =>
    rules.some(
      ({ folder, matcher }) =>
        path.startsWith(folder) && matcher.ignores(path.slice(folder.length)),
    );
}

const listing = '.openapi-generator/FILES';

function writtenFiles({ files, read }: Repository): readonly string[] {
  return files
    .withSuffix(listing)
    .flatMap((file) =>
      (read(file) ?? '').split('\n').map((line) => file.slice(0, -listing.length) + line.trim()),
    );
}
