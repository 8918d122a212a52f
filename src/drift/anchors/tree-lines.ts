/** An entry of a drawn file tree: its path below the tree's root, and where its name stands. */
export type TreeEntry = {
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly isFolder: boolean;
  /** The comment behind it says that git does not hold it: made, local, ignored, new. */
  readonly isUntracked: boolean;
};

/** Behind a branch: a router prints its routes as a tree as well. */
const methods = /\((?:GET|HEAD|POST|PUT|PATCH|DELETE)\b/;

/** Whether a code block draws a file tree with box characters. */
export function isDrawnTree(text: string): boolean {
  if (methods.test(text)) return false;
  return (text.match(/^[\s│|]*(?:├|└|\+--|\|--|`--)/gm)?.length ?? 0) >= 2;
}

const drawn = /^((?:[\s│|]|├|└|─|--|\+|`)*?)(?:(?:├|└)─*|\+--|\|--|`--)\s*(.*)$/;

/** A folder at the start of its line, which a tree stands below. */
const rootLine = /^(?:[\w.@~/-]+|`[^`]+`|\S+\/)(?:$|\s+(?:#|\/\/|<-|←|-|–|—|\()|\s{2,})/;

const untracked =
  /\bgit-?ignored?\b|\b(?:auto-?)?generated\b|\b(?:not|never) (?:committed|checked in|tracked|in git)\b|\b(?:un|non-)tracked\b|\bignored by git\b|^\W*(?:new|planned|todo)\b(?=\W*$|:)/i;

/** A drawn tree: the text of the undrawn line above it, and its entries in order. */
export type DrawnTree = { readonly root: string; readonly entries: readonly TreeEntry[] };

/** Words directly above the first branch: `My Function`. */
const titled = /^([^\s│|├└+`][^\n]*(?<!:))\n(?=[ \t│|]*(?:├|└|\+--|\|--|`--))/m;

/** The trees that a code block draws, one below the other. */
export function treesIn(text: string): readonly DrawnTree[] {
  let entries: TreeEntry[] = [];
  const trees: DrawnTree[] = [{ root: titled.exec(text)?.[1] ?? '', entries }];
  const stack: { indent: number; path: string }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const match = drawn.exec(line);
    const label = match ? (match[2] ?? '') : line.trim();
    const name = nameOf(label);
    if (!match && rootLine.test(line) && name !== '') {
      entries = [];
      trees.push({ root: name.replace(/\/+$/, ''), entries });
      stack.length = 0;
    }
    if (match && name !== '') {
      const indent = (match[1] ?? '').length;
      while ((stack.at(-1)?.indent ?? -1) >= indent) stack.pop();
      const parent = stack.at(-1)?.path;
      const clean = name.replace(/^\.?\//, '').replace(/\/+$/, '');
      const path = parent === undefined ? clean : `${parent}/${clean}`;
      entries.push({
        name,
        path,
        start: offset + line.indexOf(name, indent),
        isFolder: name.endsWith('/'),
        isUntracked: untracked.test(label.slice(name.length)),
      });
      stack.push({ indent, path });
    }
    offset += line.length + 1;
  }
  return trees.filter((tree) => tree.entries.length > 0);
}

// A name ends where a comment begins: two blanks, `#`, `//`, `<-`, or ` - `.
function nameOf(label: string): string {
  return label.split(/\s{2,}|\s+(?:#|\/\/|<-|←|->|→|-|–|—|\()/)[0]?.trim() ?? '';
}
