import type { Claim } from '#site/page-proof.ts';

/** A claim that holds, unless told otherwise. */
export function claim(given: Partial<Claim> = {}): Claim {
  return {
    page: 'runbooks/a.mdx',
    line: 1,
    column: 1,
    text: 'src/a.ts',
    kind: 'path',
    verdict: 'holds',
    message: 'A sentence.',
    evidence: [{ file: 'src/a.ts' }],
    ...given,
  };
}

/** A claim about the words between « and », which are taken out of the page. */
export function claimsIn(
  marked: string,
  given: Partial<Claim> = {},
): { readonly text: string; readonly claims: readonly Claim[] } {
  const claims: Claim[] = [];
  let text = '';
  for (const part of marked.split(/(?=«)|(?<=»)/)) {
    const words = /^«([\s\S]*)»$/.exec(part)?.[1];
    const lines = text.split('\n');
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    if (words !== undefined) claims.push(claim({ ...place, text: words, ...given }));
    text += words ?? part;
  }
  return { text, claims };
}
