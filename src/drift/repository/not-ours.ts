import ignore from 'ignore';
import { ownName } from './own-name.ts';
import { definePart, type Repository } from './repository.ts';

/**
 * Whether a path is not the word of the people here: `.gitattributes` calls it generated or
 * vendored, a generator lists it among the files that it wrote, or it is a skill with a licence.
 */
export const notOursPart = definePart('not ours', (repository) => {
  const marked = markedPaths(repository);
  const written = new Set(writtenFiles(repository));
  const skills = takenOverSkills(repository);
  return (path: string): boolean =>
    written.has(path) || marked(path) || skills.some((folder) => path.startsWith(folder));
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

const header = /^---\n([\s\S]*?)\n---/;

// Who gives a skill away says under which licence, and who made it; what it tells is of a technology.
function takenOverSkills(repository: Repository): readonly string[] {
  const own = repository.part(ownName)?.toLowerCase() ?? '';
  return repository.files
    .named('SKILL.md')
    .filter((file) => {
      const head = header.exec(repository.read(file) ?? '')?.[1] ?? '';
      const author = /^\s+author:\s*["']?([\w-]+)/m.exec(head)?.[1]?.toLowerCase();
      return /^license:/m.test(head) && (author === undefined || !own.includes(author));
    })
    .map((file) => file.slice(0, -'SKILL.md'.length))
    .filter((folder) => folder !== '');
}
