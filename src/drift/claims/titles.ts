import type { Flat } from './flatten.ts';

/** A label is a name here; behind a verb, as in "was [removed](log.md)", it is what the page says. */
const NOUN_PLACE =
  /(?:^|[.:;,(|\n]\s*|\b(?:see|in|and|or|read|the|to|of|on|at|under|by|from|with|also|our|this) )$/i;

/** Labels that are the name of the page they lead to, where the sentence has a name. */
export function titlesIn({ text, spans }: Flat): readonly string[] {
  return spans.flatMap(({ node, start, end }) => {
    if (node.type !== 'link') return [];
    const label = text.slice(start, end);
    const name = /([^/]+?)\.mdx?(?:#.*)?$/i.exec(node.url ?? '')?.[1];
    const isName = name !== undefined && plain(name) === plain(label);
    return isName && NOUN_PLACE.test(text.slice(Math.max(0, start - 12), start)) ? [label] : [];
  });
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
