import { htmlComments } from '#drift/claims/html.ts';
import { type MarkdownNode, startOf } from '#drift/claims/node.ts';
import { type Page, parsePage } from '#drift/claims/page.ts';
import { type Directive, readDirective, type Suppression } from './directive.ts';

/** A suppression of a page that cannot be read. */
export type MalformedSuppression = {
  readonly page: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly problem: string;
};

/** What the comments of a page suppress. */
export type PageSuppressions = {
  readonly suppressions: readonly Suppression[];
  readonly malformed: readonly MalformedSuppression[];
};

/** Reads the comments of a page; parses it only when it holds one. */
export function readSuppressions(path: string, text: string): PageSuppressions {
  if (!text.includes('holdfast-ignore')) return { suppressions: [], malformed: [] };
  const page = parsePage(path, text);
  const comments = commentsBelow(page.tree, page);
  return {
    suppressions: comments.flatMap((comment) => asSuppression(path, comment)),
    malformed: comments.flatMap((comment) => asMalformed(path, comment)),
  };
}

type Comment = {
  readonly text: string;
  readonly directive: Directive;
  readonly line: number;
  readonly column: number;
  readonly covers: MarkdownNode | undefined;
};

function commentsBelow(parent: MarkdownNode, page: Page): readonly Comment[] {
  const children = parent.children ?? [];
  return children.flatMap((node, at) => {
    const covers = isBlock(parent) ? nextBlock(children, at) : parent;
    const own = textsOf(node, page).flatMap((text) => {
      const directive = readDirective(text);
      if (!directive) return [];
      const { line = 1, column = 1 } = node.position?.start ?? {};
      return [{ text: text.trim(), directive, line, column, covers }];
    });
    return [...own, ...commentsBelow(node, page)];
  });
}

/** A comment inside a paragraph covers that paragraph; one on its own covers the next block. */
function isBlock({ type }: MarkdownNode): boolean {
  return type !== 'paragraph' && type !== 'heading' && type !== 'tableCell';
}

function nextBlock(siblings: readonly MarkdownNode[], at: number): MarkdownNode | undefined {
  return siblings.slice(at + 1).find(({ type }) => type !== 'html' && type !== 'mdxFlowExpression');
}

function textsOf(node: MarkdownNode, page: Page): readonly string[] {
  if (node.type === 'html') {
    const html = page.text.slice(startOf(node), node.position?.end.offset ?? 0);
    return htmlComments(html).map(({ text }) => text);
  }
  if (!node.type.startsWith('mdx') || !node.type.endsWith('Expression')) return [];
  return [(node.value ?? '').trim().replace(/^\/\*/, '').replace(/\*\/$/, '')];
}

function asSuppression(page: string, comment: Comment): readonly Suppression[] {
  const { directive, line, column, covers } = comment;
  if (directive.status === 'malformed') return [];
  const { reason, until, kind } = directive;
  const { start, end } = covers?.position ?? {};
  const lines = { from: start?.line ?? 0, to: end?.line ?? 0 };
  return [{ page, at: { line, column }, lines, reason, until, kind }];
}

function asMalformed(page: string, comment: Comment): readonly MalformedSuppression[] {
  const { directive, line, column, text } = comment;
  if (directive.status !== 'malformed') return [];
  return [{ page, line, column, text, problem: directive.problem }];
}
