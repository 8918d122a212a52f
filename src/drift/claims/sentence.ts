const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|z\.B|bzw|t\.ex|p\.ej)|^\s*\d+)$/i;

/** How far a sentence is followed to either side. */
const reach = 400;

/** The parts of the sentence before and after a span of a block's text. */
export function sentenceAround(
  text: string,
  span: { readonly start: number; readonly end: number },
): { readonly before: string; readonly after: string } {
  const head = text.slice(Math.max(0, span.start - reach), span.start);
  const tail = text.slice(span.end, span.end + reach);
  return { before: head.slice(lastEnd(head)), after: tail.slice(0, firstEnd(tail)) };
}

function lastEnd(text: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (isEnd(text, at)) return at + 1;
  return 0;
}

function firstEnd(text: string): number {
  for (let at = 0; at < text.length; at += 1) if (isEnd(text, at)) return at + 1;
  return text.length;
}

/** A full stop before a space, or the first line break of an empty line. */
function isEnd(text: string, at: number): boolean {
  const character = text[at];
  if (character === '\n') return text[at + 1] === '\n' && text[at - 1] !== '\n';
  if (character !== '.' && character !== '!' && character !== '?') return false;
  if (!/\s/.test(text[at + 1] ?? '')) return false;
  return character !== '.' || !abbreviation.test(text.slice(Math.max(0, at - 12), at));
}
