const abbreviations = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|z\.B|bzw|t\.ex|p\.ej)|^\s*\d+)$/i;

/** The parts of the sentence before and after a span of a block's text. */
export function sentenceAround(
  text: string,
  span: { readonly start: number; readonly end: number },
): { readonly before: string; readonly after: string } {
  const head = text.slice(Math.max(0, span.start - 400), span.start);
  const tail = text.slice(span.end, span.end + 400);
  return { before: head.slice(lastEnd(head)), after: tail.slice(0, firstEnd(tail)) };
}

function lastEnd(text: string): number {
  let end = 0;
  for (const at of sentenceEnds(text)) end = at;
  return end;
}

function firstEnd(text: string): number {
  for (const at of sentenceEnds(text)) return at;
  return text.length;
}

function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(/[.!?](?=\s)|\n{2,}/g)) {
    if (
      match[0] === '.' &&
      abbreviations.test(text.slice(Math.max(0, match.index - 12), match.index))
    )
      continue;
    yield match.index + 1;
  }
}
