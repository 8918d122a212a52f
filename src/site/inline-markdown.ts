import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { pageLinks } from './page-links.ts';

/** One line of Markdown from the frontmatter of a page file, without the paragraph around it. */
export async function inlineMarkdown(text: string, file: string): Promise<string> {
  const { html } = await markdownToHtml(text, {
    fileURL: pathToFileURL(file),
    hastPlugins: [pageLinks],
  });
  return html.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
