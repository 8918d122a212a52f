import type { JudgedClaim } from '#drift/verdict.ts';

/**
 * The claim's line as it would read with the nearest right answer in place; undefined where that
 * cannot be told without guessing.
 */
export function suggestedLine(claim: JudgedClaim, page: string): string | undefined {
  const start = lineStart(page, claim.line);
  const end = page.indexOf('\n', start) < 0 ? page.length : page.indexOf('\n', start);
  const line = page.slice(start, end);
  const change = claim.fix ?? replacement(claim, line, start);
  if (change === undefined || change.start < start || change.end > end) return undefined;
  if (change.text.includes('\n')) return undefined;
  return line.slice(0, change.start - start) + change.text + line.slice(change.end - start);
}

function replacement(
  { text, suggestion, column }: JudgedClaim,
  line: string,
  start: number,
): JudgedClaim['fix'] {
  if (suggestion === undefined || !line.startsWith(text, column - 1)) return undefined;
  const from = start + column - 1;
  return { start: from, end: from + text.length, text: suggestion };
}

function lineStart(page: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = page.indexOf('\n', start);
    if (next < 0) return page.length;
    start = next + 1;
  }
  return start;
}
