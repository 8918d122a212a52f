import { defineHastPlugin, type HastNode } from 'satteri';

/** Names each cell of a wide table after its column, so that a phone can stack the row. */
export const stackedTables = defineHastPlugin({
  name: 'stacked-tables',
  element: {
    filter: ['table'],
    visit(node, ctx) {
      const [header = [], ...rows] = elements(node, 'tr').map((row) => elements(row, 'th', 'td'));
      if (header.length < 3) return;
      ctx.setProperty(node, 'className', ['stack']);
      const labels = header.map((cell) => ctx.textContent(cell));
      for (const row of rows) {
        for (const [column, cell] of row.entries()) {
          ctx.setProperty(cell, 'data-label', labels[column] ?? '');
        }
      }
    },
  },
});

function elements(node: HastNode, ...tagNames: string[]): HastNode[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type === 'element' && tagNames.includes(child.tagName)) return [child];
    return elements(child, ...tagNames);
  });
}
