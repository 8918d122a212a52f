import type { SqlStatement } from './sql-statements.ts';
import type { Place } from './table.ts';

/** A table while migrations run over it; open: what it holds is not known for sure. */
export type DraftTable = {
  readonly name: string;
  readonly place: Place;
  readonly columns: Map<string, Place>;
  readonly dropped: Map<string, Place>;
  isOpen: boolean;
};

/** The tables while migrations run over them. */
export type Draft = {
  readonly tables: Map<string, DraftTable>;
  readonly dropped: Map<string, Place>;
  /** Tables that migrations change, and none of them makes. */
  readonly strange: Set<string>;
};

/** A statement and its migration. */
export type Statement = SqlStatement & { readonly file: string };

/** A database before its first migration. */
export function createDraft(): Draft {
  return { tables: new Map(), dropped: new Map(), strange: new Set() };
}

/** Adds an empty table. */
export function createTable(
  draft: Draft,
  { name, statement }: { readonly name: string; readonly statement: Statement },
): DraftTable {
  const place = placeAt(statement, 0);
  const table = { name, place, columns: new Map(), dropped: new Map(), isOpen: false };
  draft.tables.set(name, table);
  draft.dropped.delete(name);
  return table;
}

/** Takes a column out, and remembers where. */
export function dropColumn(
  table: DraftTable,
  { name, statement }: { readonly name: string; readonly statement: Statement },
): void {
  const at = Math.max(0, statement.text.toLowerCase().indexOf(name.toLowerCase()));
  table.columns.delete(name.toLowerCase());
  table.dropped.set(name.toLowerCase(), { file: statement.file, offset: statement.offset + at });
}

/** A place in a migration. Locations of the parser count bytes. */
export function placeAt({ text, offset, file }: Statement, location: number | undefined): Place {
  const at = Buffer.from(text)
    .subarray(0, location ?? 0)
    .toString().length;
  return { file, offset: offset + at };
}
