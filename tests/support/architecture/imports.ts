import { posix } from 'node:path';
import ts from 'typescript';
import { parseOnce } from './parse-once.ts';

/** One import as written; `target` is a path of this repository, or nothing for a package. */
export type Import = {
  readonly specifier: string;
  readonly target: string | undefined;
  readonly isType: boolean;
  readonly isReExport: boolean;
};

/** The `imports` of package.json: `#drift/*` → `./src/drift/*`. */
export type Aliases = Readonly<Record<string, string>>;

/** Every import of a file: static, dynamic, of types, re-exports, also in Astro files. */
export function findImports(path: string, text: string, aliases: Aliases): Import[] {
  return parseOnce(path, text)
    .flatMap(({ nodes }) => nodes)
    .flatMap((node) => {
      const specifier = findSpecifier(node);
      if (specifier === undefined) return [];
      const target = resolveSpecifier(path, specifier, aliases);
      const isReExport = ts.isExportDeclaration(node);
      return [{ specifier, target, isType: isTypeImport(node), isReExport }];
    });
}

function findSpecifier(node: ts.Node): string | undefined {
  const literal = findSpecifierNode(node);
  return literal && ts.isStringLiteralLike(literal) ? literal.text : undefined;
}

function findSpecifierNode(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? node.arguments[0] : undefined;
}

function isTypeImport(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function resolveSpecifier(path: string, specifier: string, aliases: Aliases): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const alias = Object.keys(aliases).find((key) => specifier.startsWith(key.replace('*', '')));
  const target = alias && aliases[alias];
  if (!target) return undefined;
  return posix.normalize(target.replace('*', specifier.slice(alias.length - 1)));
}
