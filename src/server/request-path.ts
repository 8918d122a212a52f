export type RequestPath =
  | { status: 'plain'; path: string; search: string }
  | { status: 'redirect'; to: string }
  | { status: 'refused' };

/** Encoded or backslashed separators, dot segments, control bytes: readings of them differ. */
const AMBIGUOUS = /%(?:2f|5c|2e|25|[01][0-9a-f]|7f)|[\\\p{Cc}]|\/\/|\/\.\.?(?:\/|$)/iu;

/** The path of a request target, if it can be read in one way only. */
export function readRequestPath(target: string): RequestPath {
  const [encoded = '', ...rest] = target.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  if (!encoded.startsWith('/') || AMBIGUOUS.test(encoded)) return { status: 'refused' };
  const path = decode(encoded);
  if (path === undefined) return { status: 'refused' };
  if (path !== '/' && path.endsWith('/')) {
    return { status: 'redirect', to: encoded.slice(0, -1) + search };
  }
  return { status: 'plain', path, search };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
