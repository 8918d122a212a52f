import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { Frontmatter } from '#config/frontmatter.ts';

const pages = defineCollection({
  loader: glob({ base: '.', pattern: ['runbooks/**/*.{md,mdx}', 'content/**/*.{md,mdx}'] }),
  schema: Frontmatter,
});

export const collections = { pages };
