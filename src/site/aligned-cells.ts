import { defineHastPlugin } from 'satteri';

/** Column alignment as a class; the parser writes a `style` attribute, which the CSP blocks. */
export const alignedCells = defineHastPlugin({
  name: 'aligned-cells',
  element: {
    filter: ['td', 'th'],
    visit(node, ctx) {
      const alignment = /text-align:\s*(left|center|right)/.exec(
        String(node.properties.style ?? ''),
      );
      if (!alignment) return;
      ctx.setProperty(node, 'style', null);
      ctx.setProperty(node, 'className', [`align-${alignment[1]}`]);
    },
  },
});
