import type { Mention } from '#drift/claims/mention.ts';

/** A target in its mention: where it starts and how long it is. */
export type Spot = { readonly mention: Mention; readonly start: number; readonly length: number };

/** What a sentence says before and after a target. */
export type Sentence = { readonly before: string; readonly after: string };

/** The sentence around a target. */
export function sentenceOf({ mention: { form, text, context }, start, length }: Spot): Sentence {
  if (form !== 'prose') return context;
  const end = start + length;
  return { before: sentenceBefore(text, start), after: text.slice(end, end + 200) };
}

function sentenceBefore(text: string, start: number): string {
  const first = Math.max(0, start - 300);
  let at = start;
  while (at > first && !'.!?\n'.includes(text.charAt(at - 1))) at -= 1;
  return text.slice(at, start);
}
