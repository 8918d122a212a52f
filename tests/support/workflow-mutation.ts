type Lines = readonly string[];

/** A workflow whose step at a 1-based line has another name and runs something else. */
export function withoutStep(lines: Lines, line: number): Lines {
  const dash = /^(\s*)- /.exec(lines[line - 1] ?? '');
  if (!dash) return withoutJob(lines, line);
  const end = lines.findIndex(
    (text, at) => at >= line && /\S/.test(text) && indentOf(text) <= (dash[1] ?? '').length,
  );
  return lines.map((text, at) => {
    const isInside = at >= line - 1 && (end < 0 || at < end);
    return isInside && /^\s*(?:- )?(?:name|run|uses): \S/.test(text) ? renamed(text) : text;
  });
}

/** A workflow whose job around a 1-based line has another id. */
function withoutJob(lines: Lines, line: number): Lines {
  const inside = indentOf(lines[line - 1] ?? '');
  const key = lines.findLastIndex(
    (text, at) => at < line - 1 && isKey(text) && indentOf(text) < inside,
  );
  return lines.map((text, at) => (at === key ? text.replace(/[\w-]+/, 'zz-$&') : text));
}

/** A workflow whose event around a 1-based line is another one. */
export function withoutTrigger(lines: Lines, line: number): Lines {
  const on = lines.findIndex((text) => /^["']?on["']?:/.test(text));
  if (line - 1 === on)
    return lines.map((text, at) => (at === on ? text.replace(/(?<=:.*)\w+/g, 'zz_$&') : text));
  const depth = indentOf(lines.slice(on + 1).find(isKey) ?? '');
  const key = lines.findLastIndex(
    (text, at) => at > on && at < line && isKey(text) && indentOf(text) === depth,
  );
  return lines.map((text, at) => (at === key ? text.replace(/\w+/, 'zz_$&') : text));
}

function isKey(text: string): boolean {
  return /^\s*["']?[\w-]+["']?:/.test(text);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function renamed(text: string): string {
  return text.replace(/(?<=\b(?:name|run|uses): .*?)[A-Za-z]\w*/g, 'zz$&');
}
