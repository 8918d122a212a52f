import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { isForeignEnv } from './env-names.ts';

/** How many names of a page with the same first word the sources must hold to vouch for the rest. */
export const FAMILY = 10;

/**
 * Whether a name in capitals is one of a page's many with the same first word, nearly all of which
 * the sources spell out: `ACME_MAIL_RETRY` among many `ACME_…` can only be one of theirs.
 */
export function isOfFamily(
  name: string,
  {
    family,
    mention: { page },
    repository,
  }: { family: number; mention: Mention; repository: Repository },
): boolean {
  const [first = ''] = name.split('_');
  if (first.length < 4 || isForeignEnv(name) || isField(name, repository)) return false;
  const text = repository.read(page) ?? '';
  const all = new Set(text.match(new RegExp(`(?<![\\w$])${first}(?:_[A-Z0-9]+)+(?!\\w)`, 'g')));
  const { find } = repository.part(wordsPart);
  const missing = [...all].filter((each) => find(each) === undefined);
  return all.size - missing.length >= family && missing.length <= all.size / 10;
}

// A library of settings makes `ACME_MAIL_RETRY_LIMIT` from a field `retry_limit` or `retryLimit`.
function isField(name: string, repository: Repository): boolean {
  const { find } = repository.part(wordsPart);
  const words = name.toLowerCase().split('_');
  return words.some((_, at) => {
    const tail = words.slice(at);
    if (at === 0 || tail.length < 2) return false;
    const [head = '', ...rest] = tail;
    const camel = head + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    return find(tail.join('_')) !== undefined || find(camel) !== undefined;
  });
}
