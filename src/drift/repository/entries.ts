import { type Git, records } from './git.ts';

/** A tracked path: what it is, and the object that holds it. `size` in bytes, at a revision only. */
export type TreeEntry = {
  readonly path: string;
  readonly type: 'file' | 'link' | 'submodule';
  readonly object: string;
  readonly size?: number;
};

/** The entries of the index, less the files deleted from disk; or those of a revision's tree. */
export function readEntries(git: Git, revision: string | undefined): readonly TreeEntry[] {
  if (revision !== undefined) {
    return records(git(['ls-tree', '-r', '-l', '-z', '--full-tree', revision]).output).map(
      fromTree,
    );
  }
  const deleted = new Set(records(git(['ls-files', '-d', '-z']).output));
  const entries = records(git(['ls-files', '-s', '-z']).output).map(fromIndex);
  const unique = new Map(entries.map((entry) => [entry.path, entry]));
  return [...unique.values()].filter(({ path }) => !deleted.has(path));
}

function fromIndex(record: string): TreeEntry {
  const [fields = '', path = ''] = splitAtTab(record);
  const [mode = '', object = ''] = fields.split(' ');
  return { path, type: typeOf(mode), object };
}

function fromTree(record: string): TreeEntry {
  const [fields = '', path = ''] = splitAtTab(record);
  const [mode = '', , object = '', size = ''] = fields.split(/ +/);
  return { path, type: typeOf(mode), object, size: Number(size) || 0 };
}

function splitAtTab(record: string): readonly string[] {
  const tab = record.indexOf('\t');
  return [record.slice(0, tab), record.slice(tab + 1)];
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}
