import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';
import { alignedCells } from './src/site/aligned-cells.ts';
import { pageLinks } from './src/site/page-links.ts';
import { precompress } from './src/site/precompress.ts';
import { createProofMarks, noteFences } from './src/site/proof-marks.ts';
import { readPageProof } from './src/site/read-page-proof.ts';
import { stackedTables } from './src/site/stacked-tables.ts';
import { taskLabels } from './src/site/task-labels.ts';
import { tokenClasses } from './src/site/token-classes.ts';

export default defineConfig({
  output: 'static',
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024 }),
  integrations: [mdx({ optimize: true }), precompress()],
  trailingSlash: 'never',
  // The Content-Security-Policy allows no inline style and no inline script.
  build: { format: 'file', inlineStylesheets: 'never' },
  vite: {
    // Astro marks MDX modules with a directive of its own; the bundler warns once for each.
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  compressHTML: true,
  session: false,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  // The routes that take forms ask `isSameOrigin`: Astro compares the scheme too, and that differs
  // behind a proxy that ends TLS.
  security: { checkOrigin: false },
  markdown: {
    processor: satteri({
      features: { smartPunctuation: false },
      mdastPlugins: [noteFences],
      // First of all: the other plugins make nodes that have no place in the source.
      hastPlugins: [
        createProofMarks(readPageProof),
        alignedCells,
        stackedTables,
        taskLabels,
        pageLinks,
      ],
    }),
    shikiConfig: { theme: 'css-variables', transformers: [tokenClasses] },
  },
});
