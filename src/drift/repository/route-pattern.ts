/** A segment of a route: a literal, `:` for a parameter, `*` for the rest of the path. */
export type Segment = string;

const PARAMETER =
  /^(?::[\w-]+\??(?:[({<].*)?|\{[^{}]*\}|\[\[?[^[\]]*\]\]?|<[^<>]*>|\$\{[^{}]*\}|\$[\w-]+|%[sd])$/;
const REST =
  /^(?:\*{1,2}\w*|\[\[?\.\.\.[^\]]*\]\]?|\{\*?\w+(?:\.\.\.|\*|\+)\}|\{\*\w+\}|:[\w-]+[*+]|\(\.\*\)|\$|<path:[^<>]*>)$/;

/** Reads a route in any spelling: `[id]`, `:id`, `{id}`, `<int:id>`, `$id`, `[...rest]`, `*`. */
export function segmentsOf(pattern: string): readonly Segment[] {
  const path = pattern.replace(/[?#].*$/, '');
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(segmentOf);
}

function segmentOf(segment: string): Segment {
  if (REST.test(segment)) return '*';
  // `file.{ext}` and `:id.json` stay literal in part: they match as a parameter.
  return PARAMETER.test(segment) || /[{<[:]\w+[\]>}]/.test(segment) ? ':' : segment;
}

/** Whether a declared pattern matches the claimed segments from an index on; -1, or where it ends. */
export function matchFrom(
  claim: readonly Segment[],
  { pattern, start }: { readonly pattern: readonly Segment[]; readonly start: number },
): number {
  for (const [at, declared] of pattern.entries()) {
    if (declared === '*') return claim.length;
    const claimed = claim[start + at];
    if (claimed === undefined) return -1;
    if (claimed !== declared && !(declared === ':' && claimed !== '*')) return -1;
  }
  return start + pattern.length;
}

/** How many segments of a pattern are words of its own. */
export function literalCount(pattern: readonly Segment[]): number {
  return pattern.filter((segment) => segment !== ':' && segment !== '*').length;
}
