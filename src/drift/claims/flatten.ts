import type { MarkdownNode } from './node.ts';

/** An inline node and where it starts and ends in the flattened text. */
export type Span = {
  readonly node: MarkdownNode;
  readonly start: number;
  readonly end: number;
  readonly isStruck: boolean;
};

/** A block's text in one line of reading: code in back-ticks, links by their labels. */
export type Flat = { readonly text: string; readonly spans: readonly Span[] };

const struckTags = /^<(\/?)(?:del|s|strike)\b/i;

/** Flattens the inline children of a paragraph, heading or cell. Line breaks stay. */
export function flatten(block: MarkdownNode): Flat {
  const spans: Span[] = [];
  let text = '';
  let struckByHtml = false;
  const visit = (node: MarkdownNode, isStruck: boolean): void => {
    const start = text.length;
    if (node.type === 'inlineCode') text += `\`${node.value ?? ''}\``;
    else if (node.type === 'text') text += node.value ?? '';
    else if (node.type === 'break') text += '\n';
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'html') struckByHtml = struckAfter(node.value ?? '', struckByHtml);
    for (const child of node.children ?? []) visit(child, isStruck || node.type === 'delete');
    spans.push({ node, start, end: text.length, isStruck: isStruck || struckByHtml });
  };
  for (const child of block.children ?? []) visit(child, false);
  return { text, spans };
}

/** A heading's text as GitHub makes its address of it: the pictures in it leave their spaces. */
export function textWithoutImages(node: MarkdownNode): string {
  if (node.type === 'inlineCode' || node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textWithoutImages).join('');
}

function struckAfter(html: string, isStruck: boolean): boolean {
  const match = struckTags.exec(html);
  return match ? match[1] === '' : isStruck;
}
