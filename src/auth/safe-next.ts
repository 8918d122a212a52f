const HERE = 'http://here.invalid';

/** The path to go to after signing in: one on this site, whatever the parameter says. */
export function safeNext(next: string | null): string {
  // Browsers read `\` as `/` and drop tabs and line breaks.
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return '/';
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
