import type { Repository } from './repository.ts';
import type { Place, Table } from './table.ts';

const ROW = /^([ \t]*)"?(\w+)"?: \{\s*\n\s*Row: \{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/gm;

/** Tables and views of the types that `supabase gen types` writes. */
export function readSupabaseTables({ files, read }: Repository): readonly Table[] {
  return files.paths
    .filter((path) => /(?:supabase|database)[^/]*\.ts$|(?:^|\/)types\/[^/]+\.ts$/i.test(path))
    .flatMap((file) => {
      const text = read(file) ?? '';
      return /\bTables: \{/.test(text) ? tablesIn(file, text) : [];
    });
}

function tablesIn(file: string, text: string): readonly Table[] {
  return [...text.matchAll(ROW)].map((match) => {
    const body = match[3] ?? '';
    const bodyAt = match.index + match[0].length - body.length - 1;
    const columns = new Map<string, Place>();
    for (const column of body.matchAll(/^\s*"?(\w+)"?\??:/gm)) {
      columns.set((column[1] ?? '').toLowerCase(), { file, offset: bodyAt + column.index + 1 });
    }
    const name = (match[2] ?? '').toLowerCase();
    return {
      name,
      place: { file, offset: match.index },
      columns,
      dropped: new Map(),
      isOpen: false,
    };
  });
}
