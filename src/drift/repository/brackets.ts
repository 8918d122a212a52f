/** What may hide a bracket in JavaScript: comments, strings, patterns; or a bracket or comma. */
const TOKEN =
  /\/\/[^\n]*|\/\*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|(?<=[=(,:[!&|?{};]\s{0,8})\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|[([{}\]),]/g;
const MAX_LENGTH = 60_000;

/** A part of a list in code, with its offset. */
export type CodePart = { readonly text: string; readonly offset: number };

/** Offset of the bracket that closes the one at `open`; undefined when it is not found. */
export function closingBracket(text: string, open: number): number | undefined {
  let depth = 0;
  for (const { sign, offset } of signsIn(text, open)) {
    depth += depthOf(sign);
    if (depth === 0) return offset;
  }
  return undefined;
}

/** Offsets of the brackets that are open at a place, outermost first. */
export function openBrackets(
  text: string,
  { from, at }: { readonly from: number; readonly at: number },
): readonly number[] {
  const open: number[] = [];
  for (const { sign, offset } of signsIn(text, from)) {
    if (offset >= at) break;
    if (depthOf(sign) > 0) open.push(offset);
    if (depthOf(sign) < 0) open.pop();
  }
  return open;
}

/** What stands between a bracket and the one that closes it, split at the outer commas. */
export function partsWithin(text: string, open: number): readonly CodePart[] {
  const close = closingBracket(text, open);
  if (close === undefined) return [];
  const cuts = [open];
  let depth = 0;
  for (const { sign, offset } of signsIn(text, open)) {
    if (offset >= close) break;
    depth += depthOf(sign);
    if (sign === ',' && depth === 1) cuts.push(offset);
  }
  return cuts.flatMap((cut, at) => {
    const part = text.slice(cut + 1, cuts[at + 1] ?? close);
    const offset = cut + 1 + Math.max(0, part.search(/\S/));
    return part.trim() === '' ? [] : [{ text: part.trim(), offset }];
  });
}

function depthOf(sign: string): number {
  if (sign === ',') return 0;
  return '([{'.includes(sign) ? 1 : -1;
}

function* signsIn(text: string, from: number): Generator<{ sign: string; offset: number }> {
  const token = new RegExp(TOKEN);
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign] = match;
    if (match.index > from + MAX_LENGTH) return;
    if (sign === '/*') {
      const end = text.indexOf('*/', match.index + 2);
      token.lastIndex = end < 0 ? text.length : end + 2;
    } else if (sign.length === 1) yield { sign, offset: match.index };
  }
}
