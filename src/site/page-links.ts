import { posix } from 'node:path';
import { defineHastPlugin } from 'satteri';
import { pageUrl, repositoryPath } from './page-url.ts';

const PAGE = /\.mdx?$/;

/** Turns a link to another page's file into its address, so one link works in the editor and here. */
export const pageLinks = defineHastPlugin({
  name: 'page-links',
  element: {
    filter: ['a'],
    visit(node, ctx) {
      const href = String(node.properties.href ?? '');
      const file = ctx.fileURL && repositoryPath(ctx.fileURL);
      if (!file || /^([a-z]+:|[/#])/i.test(href)) return;
      const [path = '', fragment] = href.split('#');
      if (!PAGE.test(path)) return;
      const target = posix.join(posix.dirname(file), path);
      ctx.setProperty(node, 'href', pageUrl(target) + (fragment ? `#${fragment}` : ''));
    },
  },
});
