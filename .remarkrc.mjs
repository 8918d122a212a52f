import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkLint from 'remark-lint';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import remarkLintHoldfast from './src/drift/remark-lint-holdfast.ts';

// MDX is added on the command line, for `.mdx` only: it would refuse the comments of plain Markdown.
export default {
  plugins: [
    remarkFrontmatter,
    remarkGfm,
    remarkLint,
    remarkPresetLintRecommended,
    remarkLintHoldfast,
  ],
};
