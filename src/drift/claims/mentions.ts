import Slugger from 'github-slugger';
import { type Flat, flatten, textWithoutImages } from './flatten.ts';
import {
  componentMentions,
  htmlMentions,
  inlineMentions,
  placeOf,
  type Reading,
} from './inline-mentions.ts';
import type { Fence, Heading, Mention } from './mention.ts';
import { endOf, type MarkdownNode, startOf } from './node.ts';
import type { Page } from './page.ts';
import { linesOf } from './source-map.ts';
import { contextAt, nowhere, type Surroundings } from './surroundings.ts';

/** A page's mentions in reading order, and its headings with GitHub's slugs. */
export type PageContent = {
  readonly mentions: readonly Mention[];
  readonly headings: readonly (Heading & { readonly line: number })[];
};

type Walk = Reading & {
  readonly mentions: Mention[];
  readonly headings: (Heading & { readonly line: number })[];
  readonly slugger: Slugger;
};

/** Walks a page once. */
export function readContent(page: Page): PageContent {
  const walk: Walk = {
    page,
    lines: linesOf(page.text),
    mentions: [],
    headings: [],
    slugger: new Slugger(),
  };
  visitAll(walk, page.tree.children ?? [], nowhere);
  return { mentions: walk.mentions, headings: walk.headings };
}

/** Visits siblings; a paragraph introduces the lists, tables and fences that follow it. */
function visitAll(walk: Walk, nodes: readonly MarkdownNode[], around: Surroundings): void {
  let here = around;
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading')
      here = { ...here, headings: underHeading(walk, node, here), intro: '' };
    visit(walk, node, node.type === 'heading' ? { ...here, below: textOf(nodes, at) } : here);
    if (node.type === 'paragraph') here = { ...here, intro: flatten(node).text };
  }
}

/** The beginning of what follows a heading: a note's text may be set as code. */
function textOf(nodes: readonly MarkdownNode[], at: number): string {
  const next = nodes.slice(at + 1, at + 3).filter(({ type }) => type !== 'heading');
  return next
    .map((node) => (node.value ?? flatten(node).text).slice(0, 200))
    .join('\n')
    .slice(0, 200);
}

function underHeading(walk: Walk, node: MarkdownNode, here: Surroundings): readonly Heading[] {
  const depth = node.depth ?? 1;
  const text = textWithoutImages(node);
  const heading = { depth, text, slug: walk.slugger.slug(text) };
  walk.headings.push({ ...heading, line: node.position?.start.line ?? 1 });
  return [...here.headings.filter((above) => above.depth < depth), heading];
}

function visit(walk: Walk, node: MarkdownNode, here: Surroundings): void {
  const visitKind = visitors[node.type];
  if (visitKind) visitKind(walk, node, here);
  else visitAll(walk, node.children ?? [], here);
}

const visitors: Readonly<Record<string, typeof visitInline>> = {
  blockquote: (walk, node, here) =>
    visitAll(walk, node.children ?? [], { ...here, isQuoted: true }),
  code: visitFence,
  definition: visitDefinition,
  heading: visitInline,
  html: visitHtml,
  list: visitList,
  listItem: visitItem,
  mdxJsxFlowElement: visitComponent,
  paragraph: visitInline,
  table: visitTable,
};

function visitHtml(walk: Walk, node: MarkdownNode, here: Surroundings): void {
  const context = contextAt(here, { text: '', start: 0, end: 0 });
  for (const mention of htmlMentions(walk, { node, context })) walk.mentions.push(mention);
}

function visitInline(walk: Walk, block: MarkdownNode, surroundings: Surroundings): void {
  const flat = flatten(block);
  for (const mention of inlineMentions(walk, { block, flat, surroundings }))
    walk.mentions.push(mention);
}

function visitList(walk: Walk, list: MarkdownNode, here: Surroundings): void {
  const children = list.children ?? [];
  const items = list.ordered ? children.map(textOfItem) : [];
  for (const [at, item] of children.entries()) {
    const { list: _, ...around } = here;
    visit(walk, item, list.ordered ? { ...around, list: { items, at } } : around);
  }
}

function textOfItem({ children: [first] = [] }: MarkdownNode): string {
  return first?.type === 'paragraph' ? flatten(first).text : '';
}

function taskOf({ checked }: MarkdownNode): Pick<Surroundings, 'task'> {
  if (typeof checked !== 'boolean') return {};
  return { task: checked ? 'done' : 'open' };
}

function visitItem(walk: Walk, item: MarkdownNode, around: Surroundings): void {
  const here = { ...around, ...taskOf(item) };
  const children = item.children ?? [];
  const [first] = children;
  const own = textOfItem(item);
  const { list: _, ...inside } = here;
  for (const child of children) {
    const isNested = child !== first;
    visitAll(
      walk,
      [child],
      isNested ? { ...inside, parentItem: own, intro: own || here.intro } : here,
    );
  }
}

function visitComponent(walk: Walk, node: MarkdownNode, here: Surroundings): void {
  const children = node.children ?? [];
  const isInline = children.some((child) => child.type === 'text' || child.type === 'inlineCode');
  const flat = flatten(node);
  const context = contextAt(here, { text: flat.text, start: 0, end: flat.text.length });
  walk.mentions.push(...componentMentions(walk, { node, context, text: flat.text }));
  if (isInline) visitInline(walk, node, here);
  else visitAll(walk, children, here);
}

function visitDefinition(walk: Walk, node: MarkdownNode, here: Surroundings): void {
  const label = node.label ?? node.identifier ?? '';
  const from = startOf(node) + label.length;
  walk.mentions.push({
    ...placeOf(walk, { text: node.url ?? '', from, until: endOf(node) }),
    form: 'link',
    context: contextAt(here, { text: label, start: 0, end: label.length, label }),
  });
}

function visitFence(walk: Walk, node: MarkdownNode, here: Surroundings): void {
  const text = node.value ?? '';
  const source = walk.page.text.slice(startOf(node), endOf(node));
  const isFenced = /^\s*(?:`{3}|~{3})/.test(source);
  const bodyAt = isFenced ? source.indexOf('\n') + 1 : 0;
  const place = placeOf(walk, { text, from: startOf(node) + bodyAt, until: endOf(node) });
  const line = (node.position?.start.line ?? 1) + (isFenced ? 1 : 0);
  const fence: Fence = {
    language: (node.lang ?? '').toLowerCase(),
    meta: node.meta ?? '',
    intro: here.intro,
  };
  walk.mentions.push({
    ...place,
    line,
    form: 'fence',
    context: contextAt(here, { text: '', start: 0, end: 0, fence }),
  });
}

function visitTable(walk: Walk, table: MarkdownNode, here: Surroundings): void {
  const rows = (table.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => ({ cell, flat: flatten(cell) })),
  );
  const headers = (rows[0] ?? []).map(({ flat }) => flat.text);
  for (const row of rows) visitRow(walk, { row, headers, here });
}

function visitRow(
  walk: Walk,
  {
    row,
    headers,
    here,
  }: {
    row: readonly { cell: MarkdownNode; flat: Flat }[];
    headers: readonly string[];
    here: Surroundings;
  },
): void {
  const texts = row.map(({ flat }) => flat.text);
  for (const [column, { cell, flat }] of row.entries()) {
    const surroundings = { ...here, cell: { header: headers[column] ?? '', headers, row: texts } };
    for (const mention of inlineMentions(walk, { block: cell, flat, surroundings }))
      walk.mentions.push(mention);
  }
}
