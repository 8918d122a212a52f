import type { Mention } from '#drift/claims/mention.ts';
import type { JudgedClaim } from '#drift/verdict.ts';
import type { Candidate, judge } from './judge.ts';

/** A judged claim with its place on the page. */
export function claimOf(
  { kind, mention, examined }: Candidate,
  { fixText, ...judgement }: ReturnType<typeof judge>,
): JudgedClaim {
  const { start, text } = examined;
  const line = lineAt(mention, start);
  const lineStart = mention.text.lastIndexOf('\n', start - 1) + 1;
  const at = mention.offset < 0 ? -1 : mention.offset + start;
  return {
    page: mention.page,
    line,
    column: line === mention.line ? mention.column + start : start - lineStart + 1,
    text,
    kind,
    ...judgement,
    ...(fixText !== undefined &&
      at >= 0 && { fix: { start: at, end: at + text.length, text: fixText } }),
    section: mention.context.headings.map((heading) => heading.text).join(' › '),
  };
}

/** The 1-based line of the page on which a part of a mention starts. */
export function lineAt(mention: Mention, start: number): number {
  let line = mention.line;
  for (
    let at = mention.text.indexOf('\n');
    at >= 0 && at < start;
    at = mention.text.indexOf('\n', at + 1)
  )
    line += 1;
  return line;
}
