import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { Frontmatter } from '#config/frontmatter.ts';

const pages = defineCollection({
  loader: glob({
    base: '.',
    pattern: ['runbooks/**/*.{md,mdx}', 'content/**/*.{md,mdx}'],
    // A page kept from an earlier build would bear the proofs of that build.
    deferRender: true,
  }),
  schema: Frontmatter,
});

export const collections = { pages };
