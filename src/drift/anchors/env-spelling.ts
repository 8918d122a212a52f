import type { Mention } from '#drift/claims/mention.ts';
import { editDistance } from '#drift/nearest.ts';
import { lazy } from '#drift/repository/lazy.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { isForeignEnv } from './env-names.ts';

/** Long names in capitals, as sources write variables. */
const capitals = definePart('names in capitals', (repository) =>
  lazy(() =>
    repository
      .part(wordsPart)
      .longWords(9)
      .filter((word) => /^[A-Z][A-Z0-9_]+$/.test(word)),
  ),
);

/**
 * The one name of the sources that is a letter off, digits aside: a slip of the pen. Of several, the
 * page means none that it names itself.
 */
export function misspeltName(
  name: string,
  { page }: Mention,
  repository: Repository,
): string | undefined {
  if (name.length < 10) return undefined;
  const shuffled = inOtherOrder(name, repository);
  if (shuffled !== undefined) return shuffled;
  const around = repository
    .part(capitals)()
    .filter(
      (word) =>
        Math.abs(word.length - name.length) <= 1 &&
        word[0] === name[0] &&
        editDistance(word, name) === 1,
    );
  // `REDIS_POST` beside `REDIS_HOST` is none of what the page names as well.
  const text = around.length > 1 ? (repository.read(page) ?? '') : '';
  const near = around.length > 1 ? around.filter((word) => !text.includes(word)) : around;
  const [only] = near;
  return near.length === 1 &&
    only !== undefined &&
    only.replace(/\D/g, '') === name.replace(/\D/g, '')
    ? only
    : undefined;
}

// `SHOP_LOGIN_SECRET_KEY` for `SHOP_SECRET_LOGIN_KEY`: the same words in another order.
function inOtherOrder(name: string, repository: Repository): string | undefined {
  const ordered = (word: string) => word.split('_').sort().join('_');
  if (name.split('_').length < MANY) return undefined;
  const [near, ...others] = repository
    .part(capitals)()
    .filter((word) => word.length === name.length && ordered(word) === ordered(name));
  return others.length === 0 ? near : undefined;
}

/** How many words a name needs, so that no two have them in another order. */
const MANY = 4;

/** How many names of the sources a first word needs to be that of the project's own variables. */
const OWN = 4;

/**
 * The one name of the sources with a word more or less between the same first and last one, which
 * the page does not name itself, nor others like it: `MAIL_KEY_ID` for `MAIL_ACCESS_KEY_ID`. A name
 * that begins as other programs' do counts among many of the sources alone.
 */
export function nameOneWordApart(
  name: string,
  { page }: Mention,
  repository: Repository,
): string | undefined {
  const words = name.split('_');
  const family = repository
    .part(capitals)()
    .filter((each) => each.startsWith(`${words[0]}_`));
  if (words.length < 3 || family.length < OWN) return undefined;
  if (isForeignEnv(name) && !isAboutVariables(page, repository)) return undefined;
  const [near, ...others] = family.filter((each) => isOneWordApart(words, each.split('_')));
  if (near === undefined || others.length > 0) return undefined;
  const named: readonly string[] = repository.read(page)?.match(/\b[A-Z][A-Z0-9_]{8,}\b/g) ?? [];
  // `MAIL_EU_KEY` and `MAIL_US_KEY`: the sources put such names together.
  const isOneOfMany = named.some((each) => {
    const others = each.split('_');
    return (
      each !== name && others.length === words.length && isOneWordApart(others, near.split('_'))
    );
  });
  return named.includes(near) || (isOneOfMany && name.length > near.length) ? undefined : near;
}

/** How many variables of the sources a page has to name, and what share of all that it names. */
const LEAST = 4;
const SHARE = 0.75;

/** Whether a page tells of this program's variables: the sources have most of those it names. */
export function isAboutVariables(page: string, repository: Repository): boolean {
  const { find } = repository.part(wordsPart);
  const names = new Set((repository.read(page) ?? '').match(/\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/g));
  const found = [...names].filter((name) => find(name) !== undefined).length;
  return found >= LEAST && found >= SHARE * names.size;
}

function isOneWordApart(some: readonly string[], others: readonly string[]): boolean {
  const [short, long] = some.length < others.length ? [some, others] : [others, some];
  if (long.length !== short.length + 1 || short.length < 3) return false;
  const at = short.findIndex((word, index) => word !== long[index]);
  return at > 0 && short.slice(at).every((word, index) => word === long[at + index + 1]);
}
