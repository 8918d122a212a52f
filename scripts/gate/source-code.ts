import { convertToTsx } from '@astrojs/astro2tsx';
import ts from 'typescript';

/** A piece of TypeScript with the way back to the line it was written on. */
export type SourceCode = {
  readonly tree: ts.SourceFile;
  /** Every node, parents first. */
  readonly nodes: readonly ts.Node[];
  /** The line of the file, from 1, or nothing where a compiler wrote the code. */
  readonly lineOf: (node: ts.Node) => number | undefined;
};

/** Parses a `.ts`, `.mjs` or `.astro` file; an `.astro` file is its component and its scripts. */
export function parseSourceCode(path: string, text: string): SourceCode[] {
  if (!path.endsWith('.astro')) return [parsePart(path, text, (offset) => offset, text)];
  const { code, mappings, scripts } = convertToTsx(text, { filename: path });
  return [
    parsePart(`${path}.tsx`, code, (offset) => findOrigin(mappings, offset), text),
    ...scripts
      .filter(({ type }) => codeTypes.includes(type))
      .map(({ content, position: { start } }, index) =>
        parsePart(`${path}.${index}.ts`, content, (offset) => start + offset, text),
      ),
  ];
}

const codeTypes: readonly string[] = ['processed-module', 'module', 'inline'];

function parsePart(
  name: string,
  code: string,
  originOf: (offset: number) => number | undefined,
  text: string,
): SourceCode {
  const tree = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const lineOf = (node: ts.Node) => {
    const origin = originOf(node.getStart(tree));
    return origin === undefined ? undefined : text.slice(0, origin).split('\n').length;
  };
  return { tree, nodes: nodesOf(tree), lineOf };
}

type Mapping = readonly [start: number, length: number, origin: number, ...rest: unknown[]];

function findOrigin(mappings: readonly Mapping[], offset: number): number | undefined {
  const mapping = mappings.find(([start, length]) => offset >= start && offset < start + length);
  return mapping && mapping[2] + offset - mapping[0];
}

/** A node and everything below it, parents first. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (each: ts.Node) => {
    nodes.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return nodes;
}
