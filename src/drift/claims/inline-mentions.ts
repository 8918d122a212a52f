import type { Flat, Span } from './flatten.ts';
import { htmlAttributes, htmlComments } from './html.ts';
import type { Mention } from './mention.ts';
import { attributesOf, endOf, type MarkdownNode, startOf } from './node.ts';
import type { Page } from './page.ts';
import type { Lines } from './source-map.ts';
import { contextAt, type Surroundings } from './surroundings.ts';
import { titlesIn } from './titles.ts';

/** The page being read, with its lines. */
export type Reading = { readonly page: Page; readonly lines: Lines };

/** Every mention inside a block of inline content, and the block's prose itself. */
export function inlineMentions(
  reading: Reading,
  { block, flat, surroundings }: { block: MarkdownNode; flat: Flat; surroundings: Surroundings },
): readonly Mention[] {
  const titles = titlesIn(flat);
  const spans = flat.spans.flatMap((span) =>
    spanMentions(reading, { span, flat, surroundings, titles }),
  );
  if (flat.text.trim() === '') return spans;
  const whole = { text: flat.text, start: 0, end: flat.text.length, titles };
  const at = block.children?.[0] ?? block;
  return [
    ...spans,
    {
      ...placeOf(reading, { text: flat.text, from: startOf(at), until: endOf(block) }),
      form: 'prose',
      context: contextAt(surroundings, whole),
    },
  ];
}

const referring: ReadonlySet<string> = new Set([
  'html',
  'image',
  'inlineCode',
  'link',
  'mdxJsxTextElement',
]);

function spanMentions(
  reading: Reading,
  {
    span,
    flat,
    surroundings,
    titles,
  }: { span: Span; flat: Flat; surroundings: Surroundings; titles: readonly string[] },
): readonly Mention[] {
  const { node, start, end, isStruck } = span;
  if (!referring.has(node.type)) return [];
  const from = startOf(node);
  const until = endOf(node);
  const label = node.type === 'image' ? (node.alt ?? '') : flat.text.slice(start, end);
  const isTarget = node.type === 'link' || node.type === 'image';
  const piece = { text: flat.text, start, end, isStruck, titles, ...(isTarget && { label }) };
  const context = contextAt(surroundings, piece);
  const place = (text: string) => placeOf(reading, { text, from, until });
  if (node.type === 'inlineCode')
    return [{ ...place(node.value ?? ''), form: 'inline-code', context }];
  if (isTarget) {
    const behind = lastChildEnd(node) ?? from;
    const at = placeOf(reading, { text: node.url ?? '', from: behind, until });
    return [{ ...at, form: node.type, context }];
  }
  if (node.type === 'html') return htmlMentions(reading, { node, context });
  if (isComponent(node)) return componentMentions(reading, { node, context, text: label });
  return [];
}

/** Attributes and comments of a piece of HTML that may refer to something. */
export function htmlMentions(
  reading: Reading,
  { node, context }: { node: MarkdownNode; context: Mention['context'] },
): readonly Mention[] {
  const html = reading.page.text.slice(startOf(node), endOf(node));
  const place = (text: string, start: number) =>
    placeOf(reading, { text, from: startOf(node) + start, until: endOf(node) });
  const attributes = htmlAttributes(html).map(
    ({ tag, name, value, start }): Mention => ({
      ...place(value, start),
      form: 'html-attribute',
      name: tag,
      attributes: { [name]: value },
      context,
    }),
  );
  const comments = htmlComments(html).map(
    ({ text, start }): Mention => ({
      ...place(text, start),
      form: 'component',
      name: '!--',
      context,
    }),
  );
  return [...attributes, ...comments];
}

/** An MDX component with its plain attributes; `href` and `src` count as attributes of HTML. */
export function componentMentions(
  reading: Reading,
  { node, context, text }: { node: MarkdownNode; context: Mention['context']; text: string },
): readonly Mention[] {
  const attributes = Object.fromEntries(
    attributesOf(node).flatMap(({ name, value }) =>
      name !== undefined && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const name = node.name ?? '';
  const until = endOf(node);
  const place = (part: string) => placeOf(reading, { text: part, from: startOf(node), until });
  const references = Object.entries(attributes).map(
    ([key, value]): Mention => ({
      ...place(value),
      form: 'html-attribute',
      name,
      attributes: { [key]: value },
      context,
    }),
  );
  return [{ ...place(text), form: 'component', name, attributes, context }, ...references];
}

function isComponent(node: MarkdownNode): boolean {
  return node.type === 'mdxJsxTextElement';
}

/** Finds a text in the source of its node: exact where the source has it letter for letter. */
export function placeOf(
  { page, lines }: Reading,
  { text, from, until }: { text: string; from: number; until: number },
): Pick<Mention, 'page' | 'text' | 'offset' | 'line' | 'column'> {
  const found = text === '' ? -1 : page.text.slice(from, until).indexOf(text);
  const offset = found < 0 ? -1 : from + found;
  return { page: page.path, text, offset, ...lines.at(found < 0 ? from : offset) };
}

function lastChildEnd(node: MarkdownNode): number | undefined {
  const last = node.children?.at(-1);
  return last && endOf(last);
}
