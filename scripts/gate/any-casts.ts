import ts from 'typescript';
import { nodesOf, parseSourceCode } from './source-code.ts';

/** A cast whose type is, or holds, `any`. */
export type AnyCast = { readonly path: string; readonly line: number; readonly text: string };

/** Every `x as any`, `<any>x` and `x as Row<any>` in a file, also in an Astro template. */
export function findAnyCasts(path: string, text: string): AnyCast[] {
  return parseSourceCode(path, text).flatMap(({ tree, nodes, lineOf }) =>
    nodes.filter(isAnyCast).flatMap((node) => {
      const line = lineOf(node);
      return line === undefined ? [] : [{ path, line, text: node.getText(tree) }];
    }),
  );
}

function isAnyCast(node: ts.Node): boolean {
  if (!ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node)) return false;
  return nodesOf(node.type).some(({ kind }) => kind === ts.SyntaxKind.AnyKeyword);
}
