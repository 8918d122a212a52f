import { defineHastPlugin, type HastNode } from 'satteri';

type Content = Extract<HastNode, { type: 'element' }>['children'][number];

const BLOCKS = new Set(['ul', 'ol', 'p', 'pre', 'table', 'blockquote', 'div', 'figure']);

/** Puts each task-list checkbox and its sentence into one `<label>`, and lets it be ticked. */
export const taskLabels = defineHastPlugin({
  name: 'task-labels',
  element: {
    filter: ['input'],
    visit(node, ctx) {
      const parent = ctx.parent(node);
      if (node.properties.type !== 'checkbox' || !parent) return;
      const start = (ctx.indexOf(node) ?? 0) + 1;
      const sentence = phrasing(parent.children.slice(start));
      for (const part of sentence) ctx.removeNode(part);
      const { disabled: _, ...properties } = node.properties;
      ctx.replaceNode(node, {
        type: 'element',
        tagName: 'label',
        properties: {},
        children: [
          { type: 'element', tagName: 'input', properties, children: [] },
          ...copy(sentence),
        ],
      });
    },
  },
});

/** What follows the checkbox up to the first block, such as a nested list. */
function phrasing(siblings: readonly HastNode[]): Content[] {
  const end = siblings.findIndex(isBlock);
  const sentence = siblings.slice(0, end === -1 ? undefined : end);
  return sentence.filter(isContent);
}

function isContent(node: HastNode): node is Content {
  return !['root', 'doctype', 'mdxjsEsm'].includes(node.type);
}

function isBlock(node: HastNode): boolean {
  if (node.type === 'mdxJsxFlowElement') return true;
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

/** The tree drops a node that is both removed and inserted; a copy has no identity in it. */
function copy(nodes: readonly Content[]): Content[] {
  return JSON.parse(
    JSON.stringify(nodes, (key, value) => (key.startsWith('_') ? undefined : value)),
  );
}
