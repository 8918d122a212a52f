/** A file's content as text; undefined where it is binary. A byte-order mark is left out. */
export function textOf(content: Buffer): string | undefined {
  if (content.subarray(0, 8000).includes(0)) return undefined;
  const text = content.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
