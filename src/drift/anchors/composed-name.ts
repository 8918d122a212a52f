import { dottedNamesPart, prefixesPart } from '#drift/repository/name-parts.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';

/** How many words a beginning of a variable's name needs, so that it is no accident. */
const LEAD = 3;

/** Why no source need hold a name whole: the sources put it together from parts. */
export function composedOf(name: string, repository: Repository): string | undefined {
  const parts = name.split('_');
  if (parts.length < 2) return undefined;
  const isComposed = parts.some((_, at) => {
    const [head, tail] = [parts.slice(0, at).join('_'), parts.slice(at).join('_')];
    if (head === '' || tail === '') return false;
    return (
      isPrefixAlone({ head, tail }, repository) ||
      isFilledIn({ head, tail }, repository) ||
      (at >= LEAD && isPrefixed({ head, tail }, repository))
    );
  });
  if (isComposed) return 'the sources may put the name together';
  if (parts.length > 2 && repository.part(dottedNamesPart)(name))
    return 'the sources write the name with dots';
  return isRouteHelper(name, repository) ? 'Rails makes such names from its routes' : undefined;
}

/** Whether the sources put a name together from a beginning that can only be meant for that. */
export function hasLongPrefix(name: string, repository: Repository): boolean {
  const parts = name.split('_');
  return parts.some((_, at) => {
    const halves = { head: parts.slice(0, at).join('_'), tail: parts.slice(at).join('_') };
    return at >= LEAD && isPrefixAlone(halves, repository);
  });
}

// `account_orders_path`, of which the sources declare `orders`.
function isRouteHelper(name: string, { files, read }: Repository): boolean {
  if (!/_(?:path|url)$/.test(name)) return false;
  const routes = files.withSuffix('config/routes.rb').map((file) => read(file) ?? '');
  const stems = name
    .split('_')
    .slice(0, -1)
    .map((part) => part.replace(/s$/, ''));
  return stems.some((stem) => stem.length > 3 && routes.some((text) => text.includes(stem)));
}

// `readEnv('ACME_')`: whatever follows, the sources add.
function isPrefixAlone({ head }: Halves, repository: Repository): boolean {
  if (head.length <= 3) return false;
  const text = repository.part(wordsPart).find(`${head}_`)?.text;
  if (text === undefined) return false;
  const isQuoted = ["'", '"', '`'].some((quote) => text.includes(`${head}_${quote}`));
  return isQuoted || repository.part(prefixesPart).has(`${head}_`);
}

type Halves = { readonly head: string; readonly tail: string };

// f"{name}_claim" or `job_${name}`, where the rest is a word of the sources.
function isFilledIn({ head, tail }: Halves, repository: Repository): boolean {
  const { find } = repository.part(wordsPart);
  const behind = find(`_${tail}`)?.text?.includes(`}_${tail}`) === true;
  if (behind && find(head) !== undefined) return true;
  const before =
    find(`${head}_`)?.text?.includes(`${head}_{`) === true || find(`${head}_$`) !== undefined;
  return before && find(tail) !== undefined;
}

// `ACME_CACHE_SIZE` before the name of a cache in capitals.
function isPrefixed({ head, tail }: Halves, repository: Repository): boolean {
  const { find } = repository.part(wordsPart);
  const name = tail.toLowerCase();
  return tail !== name && tail.includes('_') && !!find(head) && !!find(name);
}
