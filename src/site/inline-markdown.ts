import { markdownToHtml } from 'satteri';

/** One line of Markdown from a page's own frontmatter, without the paragraph around it. */
export function inlineMarkdown(text: string): string {
  return markdownToHtml(text)
    .html.trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
