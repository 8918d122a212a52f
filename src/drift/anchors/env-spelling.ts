import type { Mention } from '#drift/claims/mention.ts';
import { editDistance } from '#drift/nearest.ts';
import { lazy } from '#drift/repository/lazy.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';

/** Long names in capitals, as sources write variables. */
const capitals = definePart('names in capitals', (repository) =>
  lazy(() =>
    repository
      .part(wordsPart)
      .longWords(9)
      .filter((word) => /^[A-Z][A-Z0-9_]+$/.test(word)),
  ),
);

/** The one name of the sources that is a letter off, digits aside: a slip of the pen. */
export function misspeltName(name: string, repository: Repository): string | undefined {
  if (name.length < 10) return undefined;
  const near = repository
    .part(capitals)()
    .filter(
      (word) =>
        Math.abs(word.length - name.length) <= 1 &&
        word[0] === name[0] &&
        editDistance(word, name) === 1,
    );
  const [only] = near;
  return near.length === 1 &&
    only !== undefined &&
    only.replace(/\D/g, '') === name.replace(/\D/g, '')
    ? only
    : undefined;
}

/** How many names of the sources a first word needs to be that of the project's own variables. */
const OWN = 4;

/**
 * The one name of the sources with a word more or less between the same first and last one, which
 * the page does not name itself: `MAIL_KEY_ID` for `MAIL_ACCESS_KEY_ID`.
 */
export function nameOneWordApart(
  name: string,
  { page }: Mention,
  repository: Repository,
): string | undefined {
  const words = name.split('_');
  const [first = ''] = words;
  const family = repository
    .part(capitals)()
    .filter((each) => each.startsWith(`${first}_`));
  if (words.length < 3 || family.length < OWN) return undefined;
  const [near, ...others] = family.filter((each) => isOneWordApart(words, each.split('_')));
  const isNamed = near !== undefined && repository.read(page)?.includes(near);
  return others.length > 0 || isNamed ? undefined : near;
}

function isOneWordApart(some: readonly string[], others: readonly string[]): boolean {
  const [short, long] = some.length < others.length ? [some, others] : [others, some];
  if (long.length !== short.length + 1 || short.length < 3) return false;
  const at = short.findIndex((word, index) => word !== long[index]);
  return at > 0 && short.slice(at).every((word, index) => word === long[at + index + 1]);
}
