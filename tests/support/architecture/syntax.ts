import ts from 'typescript';
import { parseOnce } from './parse-once.ts';

/** The first node of a file that somebody wrote and that the test fits, with its line. */
export function findNode(
  path: string,
  text: string,
  fits: (node: ts.Node) => boolean,
): string | undefined {
  for (const { tree, nodes, lineOf } of parseOnce(path, text)) {
    for (const node of nodes) {
      const line = fits(node) ? lineOf(node) : undefined;
      if (line !== undefined) return `line ${line}: ${node.getText(tree).split('\n')[0]}`;
    }
  }
  return undefined;
}

export function isReExport(node: ts.Node): boolean {
  return ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
}

export function isDefaultExport(node: ts.Node): boolean {
  return (
    ts.isExportAssignment(node) ||
    (node.kind === ts.SyntaxKind.DefaultKeyword && isDeclaration(node.parent))
  );
}

/** `x as T` and `<T>x`, but not `as const`. */
export function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && !ts.isConstTypeReference(node.type);
}

/** `process.env`, and `env` of `node:process`; `{ ...process.env }` hands it on without reading. */
export function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.getText() === 'process.env' && !ts.isSpreadAssignment(node.parent);
  }
  return ts.isImportSpecifier(node) && isEnvOfProcess(node);
}

/** `fetch(…)`, `Date.now()`, `new Date()` and `performance.now()`: what a pure function is given. */
export function readsClockOrNetwork(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && !node.arguments?.length;
  }
  if (!ts.isCallExpression(node)) return false;
  return ['fetch', 'Date.now', 'performance.now'].includes(node.expression.getText());
}

export function namesConsole(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'console';
}

function isDeclaration(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
}

function isEnvOfProcess(node: ts.ImportSpecifier): boolean {
  const { moduleSpecifier } = node.parent.parent.parent;
  const isProcess =
    ts.isStringLiteral(moduleSpecifier) && /^(node:)?process$/.test(moduleSpecifier.text);
  return isProcess && (node.propertyName ?? node.name).text === 'env';
}
