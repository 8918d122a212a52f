const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longest = 160;

/**
 * Text of a page or a repository on one line: control characters become visible escapes, so that
 * nothing in a pull request writes to a terminal or starts a workflow command.
 */
export function printable(text: string): string {
  return text.replace(controls, visible);
}

/** `printable`, cut after 160 characters. */
export function brief(text: string): string {
  const line = printable(text.trim());
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function visible(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
