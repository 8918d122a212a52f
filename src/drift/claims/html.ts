/** An attribute of an HTML tag: its value, and where it starts in the HTML. */
export type HtmlAttribute = {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  readonly start: number;
};

const tag = /<([a-z][\w-]*)((?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*\/?>/gi;
const attribute = /([\w:@-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))/g;

/** Attributes with a value, of every opening tag in a piece of HTML. Comments do not count. */
export function htmlAttributes(html: string): readonly HtmlAttribute[] {
  if (!html.includes('<')) return [];
  const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
  return [...text.matchAll(tag)].flatMap((match) => {
    const attributesAt = match.index + 1 + (match[1] ?? '').length;
    return [...(match[2] ?? '').matchAll(attribute)].map((found) => {
      const value = found[2] ?? found[3] ?? found[4] ?? '';
      const isQuoted = found[4] === undefined;
      const start =
        attributesAt + found.index + found[0].length - value.length - (isQuoted ? 1 : 0);
      return {
        tag: (match[1] ?? '').toLowerCase(),
        name: (found[1] ?? '').toLowerCase(),
        value,
        start,
      };
    });
  });
}

/** The inner texts of the comments in a piece of HTML, with their offsets. */
export function htmlComments(html: string): readonly { text: string; start: number }[] {
  return [...html.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({
    text: match[1] ?? '',
    start: match.index + 4,
  }));
}
