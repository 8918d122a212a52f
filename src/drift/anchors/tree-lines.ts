/** An entry of a drawn file tree: its path below the tree's root, and where its name stands. */
export type TreeEntry = {
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly isFolder: boolean;
  /** The comment behind it says that git does not hold it: made, local, ignored. */
  readonly isUntracked: boolean;
};

/** Whether a code block draws a file tree with box characters. */
export function isDrawnTree(text: string): boolean {
  return (text.match(/^[\s│|]*(?:├|└|\+--|\|--|`--)/gm)?.length ?? 0) >= 2;
}

const drawn = /^((?:[\s│|]|├|└|─|--|\+|`)*?)(?:(?:├|└)─*|\+--|\|--|`--)\s*(.*)$/;

const untracked =
  /\bgit-?ignored?\b|\b(?:auto-?)?generated\b|\b(?:not|never) (?:committed|checked in|tracked|in git)\b|\b(?:un|non-)tracked\b|\bignored by git\b/i;

/** The entries of a drawn tree in order, with the text of its first, undrawn line as its root. */
export function treeEntries(text: string): {
  readonly root: string;
  readonly entries: readonly TreeEntry[];
} {
  const entries: TreeEntry[] = [];
  const stack: { indent: number; path: string }[] = [];
  let root = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const match = drawn.exec(line);
    const label = match ? (match[2] ?? '') : line.trim();
    const name = nameOf(label);
    if (!match && /^[^\s│|├└]/.test(line) && name !== '') [root, stack.length] = [name, 0];
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
  return { root: root.replace(/\/+$/, ''), entries };
}

// A name ends where a comment begins: two blanks, `#`, `//`, `<-`, or ` - `.
function nameOf(label: string): string {
  return label.split(/\s{2,}|\s+(?:#|\/\/|<-|←|->|→|-|–|—|\()/)[0]?.trim() ?? '';
}
