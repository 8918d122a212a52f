import type { ProvenClaim } from './page-proof.ts';

/** A claim, and where its words stand in the source that is rendered. */
export type PlacedClaim = {
  readonly claim: ProvenClaim;
  /** Offset of the claim's line: inside a fence no other place is sure. */
  readonly lineStart: number;
  readonly start: number;
  readonly end: number;
  /** Whether the source has the claim's very words there. */
  readonly isExact: boolean;
};

/**
 * Finds the claims of a page in its source. A renderer may cut the frontmatter off, so places are
 * counted from the end.
 */
export function placeClaims(
  claims: readonly ProvenClaim[],
  { page, source }: { page: string; source: string },
): readonly PlacedClaim[] {
  const cut = page.trimEnd().length - source.trimEnd().length;
  const lineStarts = [0, ...page.matchAll(/\n/g).map(({ index }) => index + 1)];
  return claims.map((claim) => {
    const lineStart = (lineStarts[claim.line - 1] ?? page.length) - cut;
    const start = lineStart + claim.column - 1;
    const end = start + claim.text.length;
    const isExact = start >= 0 && source.slice(start, end) === claim.text;
    return { claim, lineStart, start, end, isExact };
  });
}

/** A node of text: its value, and where that was read from the source. */
export type TextPlace = { readonly value: string; readonly start: number; readonly end: number };

/** Where in the value of a text the words of a claim begin and end; nothing where it has none. */
export function wordsIn(
  text: TextPlace,
  { claim, source }: { claim: PlacedClaim; source: string },
): { readonly from: number; readonly to: number } | undefined {
  if (!claim.isExact || claim.end <= text.start || claim.start >= text.end) return undefined;
  const inner = withoutDelimiters(text, source);
  const start = Math.max(claim.start, inner.start);
  const end = Math.min(claim.end, inner.end);
  if (start >= end) return undefined;
  const words = source.slice(start, end);
  const from = nthIndex(text.value, words, countOf(source.slice(inner.start, start), words));
  return from < 0 ? undefined : { from, to: from + words.length };
}

/** A code span is read with its back-ticks, which are no part of its value. */
function withoutDelimiters({ value, start, end }: TextPlace, source: string) {
  const at = source.slice(start, end).indexOf(value);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + value.length };
}

/** Escapes and entities shift a text against its source, but not the order of its words. */
function nthIndex(text: string, words: string, n: number): number {
  let at = text.indexOf(words);
  for (let left = n; left > 0 && at >= 0; left -= 1) at = text.indexOf(words, at + words.length);
  return at;
}

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}
