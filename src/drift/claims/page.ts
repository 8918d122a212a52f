import { markdownToMdast, mdxToMdast } from 'satteri';
import type { MarkdownNode } from './node.ts';

/** A page, parsed and never evaluated. */
export type Page = {
  readonly path: string;
  readonly text: string;
  readonly tree: MarkdownNode;
  /** The YAML between the first `---` lines, as text; '' where there is none. */
  readonly frontmatter: string;
  /** What the reader of a report should know, such as MDX that does not parse. */
  readonly problem?: string;
};

/** A page without its syntax tree. */
export type PageText = Omit<Page, 'tree'>;

/** A page's syntax by its name. */
function isMdx(path: string): boolean {
  return path.endsWith('.mdx');
}

/** Parses Markdown, or MDX by the file's name. MDX that does not parse is read as Markdown. */
export function parsePage(path: string, text: string): Page {
  if (!isMdx(path)) return pageOf(path, text, markdownToMdast(text, { features }));
  try {
    return pageOf(path, text, mdxToMdast(text, { features }));
  } catch {
    const page = pageOf(path, text, markdownToMdast(text, { features }));
    return { ...page, problem: 'It does not parse as MDX and was read as Markdown.' };
  }
}

/** A page over a tree that somebody else has parsed, such as remark. */
export function pageOf(path: string, text: string, tree: MarkdownNode): Page {
  const first = tree.children?.[0];
  return { path, text, tree, frontmatter: first?.type === 'yaml' ? (first.value ?? '') : '' };
}

const features = { frontmatter: true, gfm: true };
