import {
  defineMdastPlugin,
  type HastNode,
  type HastPluginDefinition,
  type HastPluginInput,
  type HastVisitorContext,
  type Position,
} from 'satteri';
import { placeClaims } from './claim-places.ts';
import { createMarking, type Mark, type Marking, type Piece } from './marking.ts';
import type { PageProof } from './page-proof.ts';

declare module 'satteri' {
  interface DataMap {
    /** Where the fences of the document are, in its order: the highlighter drops their places. */
    fences: Position[];
  }
}

/** A page as the check read it. */
type CheckedPage = { readonly text: string; readonly proof: PageProof };

/** Notes the fences for `createProofMarks`, which comes after the highlighter. */
export const noteFences = defineMdastPlugin({
  name: 'note-fences',
  options: { position: true },
  code(node, ctx) {
    if (!node.position) return;
    ctx.data.fences ??= [];
    ctx.data.fences.push(node.position);
  },
});

/** Marks the words of claims, and leaves the page's proof in its frontmatter as `proof`. */
export function createProofMarks(
  readPage: (file: URL) => Promise<CheckedPage | undefined>,
): HastPluginInput {
  return ({ fileURL }) => {
    let marking: Marking | undefined;
    let page: CheckedPage | undefined;
    return {
      name: 'proof-marks',
      options: { position: true },
      async before(_root, { source }) {
        page = fileURL && (await readPage(fileURL));
        if (!page) return;
        const placed = placeClaims(page.proof.claims, { page: page.text, source });
        marking = createMarking(placed, source);
      },
      ...visitorsWith(() => marking),
      after(_root, { data }) {
        if (!page || !marking || !data.astro) return;
        data.astro.frontmatter.proof = { ...page.proof, claims: marking.claims() };
      },
    };
  };
}

function visitorsWith(marking: () => Marking | undefined) {
  return {
    text(node, ctx) {
      const range = rangeOf(node);
      const pieces = range && marking()?.cut({ value: node.value, ...range });
      if (pieces) ctx.replaceNode(node, pieces.map(toNode));
    },
    element: [
      {
        filter: ['a', 'img'],
        visit(node, ctx) {
          const range = rangeOf(node);
          const textEnd = node.children.map(rangeOf).at(-1)?.end;
          const outside = range && { ...range, start: textEnd ?? range.start };
          setMark(node, { ctx, mark: outside && marking()?.markElement(outside) });
        },
      },
      {
        filter: ['pre'],
        visit(node, ctx) {
          const fence = ctx.data.fences?.shift();
          const range = fence && rangeOf({ position: fence });
          setMark(node, { ctx, mark: range && marking()?.markFence(range) });
        },
      },
    ],
  } satisfies Partial<HastPluginDefinition>;
}

function rangeOf({ position }: { readonly position?: Position | undefined }) {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function setMark(
  node: Extract<HastNode, { type: 'element' }>,
  { ctx, mark }: { ctx: HastVisitorContext; mark: Mark | undefined },
): void {
  if (mark?.id) ctx.setProperty(node, 'id', mark.id);
  const own = Array.isArray(node.properties.className) ? node.properties.className : [];
  const classes = mark ? classesOf(mark) : [];
  if (classes.length > 0) ctx.setProperty(node, 'className', [...own, ...classes]);
}

function toNode({ text, mark }: Piece): HastNode {
  const value = { type: 'text' as const, value: text };
  if (!mark) return value;
  const className = classesOf(mark);
  return {
    type: 'element',
    tagName: isPlain(mark) ? 'span' : 'u',
    properties: { ...(mark.id && { id: mark.id }), ...(className.length > 0 && { className }) },
    children: [value],
  };
}

/** Only what fails or cannot be told is set apart. */
function classesOf({ standing }: Mark): string[] {
  return standing === 'fails' || standing === 'untold' ? [standing] : [];
}

/** What no line proves looks like any other text; a fact that somebody vouches for has its note. */
function isPlain({ standing }: Mark): boolean {
  return standing === 'due' || standing === 'attested' || standing === 'held-back';
}
