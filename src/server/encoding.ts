export type Encoding = 'br' | 'gzip' | 'identity';

/** The smallest encoding the client takes; `q=0` is a refusal. */
export function chooseEncoding(accept: string | undefined): Encoding {
  const taken = new Set(
    (accept ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, weight]) => !/^q=0(?:\.0*)?$/.test(weight ?? ''))
      .map(([name]) => name),
  );
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

/** What shrinks when it is compressed. */
export function isCompressible(contentType: string): boolean {
  return /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)|image\/svg)/.test(
    contentType,
  );
}
