import type { Mention } from '#drift/claims/mention.ts';

/** What an author declares with a component, or with a comment where there are no components. */
export type Declaration = {
  readonly name: 'claim' | 'external';
  readonly attributes: Readonly<Record<string, string>>;
  /** The sentence inside the component; the comment itself for a comment. */
  readonly text: string;
};

const attribute = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g;

/** Reads `<Claim …>`, `<External …>`, `<!-- claim … -->` and `<!-- external … -->`. */
export function declarationOf(mention: Mention): Declaration | undefined {
  if (mention.form !== 'component') return undefined;
  if (mention.name === '!--') return commented(mention.text.trim());
  const name = mention.name?.toLowerCase();
  if (name !== 'claim' && name !== 'external') return undefined;
  return { name, attributes: mention.attributes ?? {}, text: mention.text.trim() };
}

function commented(text: string): Declaration | undefined {
  const name = /^(claim|external)\s+[\w-]+=/.exec(text)?.[1];
  if (name !== 'claim' && name !== 'external') return undefined;
  const attributes = [...text.matchAll(attribute)].map((match) => [
    match[1] ?? '',
    match[2] ?? match[3] ?? match[4] ?? '',
  ]);
  return { name, attributes: Object.fromEntries(attributes), text };
}
