import type { Repository } from './repository.ts';
import type { Place, Table } from './table.ts';

/** The tables of Rails' `schema.rb`. */
export function readRailsTables({ files, read }: Repository): readonly Table[] {
  return files.paths
    .filter((path) => /(?:^|\/)db\/(?:\w+_)?schema\.rb$/.test(path))
    .flatMap((file) => tablesIn(file, read(file) ?? ''));
}

function tablesIn(file: string, text: string): readonly Table[] {
  return [...text.matchAll(/^ {2}create_table "(\w+)"[^\n]*\n([\s\S]*?)^ {2}end/gm)].map(
    (match) => {
      const [whole, name = '', body = ''] = match;
      const bodyAt = match.index + whole.indexOf(body, whole.indexOf('\n'));
      const columns = new Map<string, Place>(
        /\bid: false\b/.test(whole.split('\n')[0] ?? '')
          ? []
          : [['id', { file, offset: match.index }]],
      );
      for (const column of body.matchAll(/^\s+t\.(?!index\b)\w+ "(\w+)"/gm)) {
        columns.set((column[1] ?? '').toLowerCase(), { file, offset: bodyAt + column.index });
      }
      const place = { file, offset: match.index };
      return { name: name.toLowerCase(), place, columns, dropped: new Map(), isOpen: false };
    },
  );
}
