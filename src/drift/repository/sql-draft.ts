import type { AlterTableCmd, CreateStmt, DropStmt, Node, RangeVar, RenameStmt } from '@pgsql/types';
import { parseSql } from './sql-parser.ts';
import { splitSql } from './sql-statements.ts';
import {
  createTable,
  type Draft,
  type DraftTable,
  dropColumn,
  placeAt,
  type Statement,
} from './table-draft.ts';

/** Applies a statement that makes or changes tables. One that does not parse leaves its table open. */
export function applyStatement(draft: Draft, statement: Statement): void {
  if (/^do\b/i.test(statement.text)) {
    applyBlock(draft, statement);
    return;
  }
  const parsed = parseSql(statement.text);
  if (parsed.status === 'failed') applyUnparsed(draft, statement);
  else for (const node of parsed.nodes) applyNode(draft, { node, statement });
}

/** `DO $$ … $$`: what it alters may or may not run, so that only additions are certain enough. */
function applyBlock(draft: Draft, { text, offset, file }: Statement): void {
  const pattern = /\b(?:alter\s+table|create\s+table)\b[^;']{1,4000};/gi;
  for (const match of text.matchAll(pattern)) {
    const inner = { text: match[0].slice(0, -1), offset: offset + match.index, file };
    const isAdding =
      /^create|\badd\b/i.test(inner.text) && !/\b(?:drop|rename)\b/i.test(inner.text);
    if (isAdding)
      for (const part of splitSql(inner.text))
        applyStatement(draft, { ...inner, ...part, offset: inner.offset + part.offset });
    else openTable(draft, inner);
  }
}

const TABLE_NAME = /\btable\s+(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?(?:["\w]+\.)?"?(\w+)"?/i;

function openTable(draft: Draft, { text }: Statement): void {
  const table = draft.tables.get(TABLE_NAME.exec(text)?.[1]?.toLowerCase() ?? '');
  if (table) table.isOpen = true;
}

function applyUnparsed(draft: Draft, statement: Statement): void {
  const name = TABLE_NAME.exec(statement.text)?.[1]?.toLowerCase();
  if (name === undefined) return;
  const table = draft.tables.get(name) ?? createTable(draft, { name, statement });
  table.isOpen = true;
  for (const match of statement.text.matchAll(/(?:[(,]|\badd\s+column\s)\s*"?(\w+)"?\s+["\w]+/gi)) {
    table.columns.set((match[1] ?? '').toLowerCase(), {
      file: statement.file,
      offset: statement.offset + match.index + 1,
    });
  }
}

type Step = { readonly node: Node; readonly statement: Statement };

function applyNode(draft: Draft, { node, statement }: Step): void {
  if ('CreateStmt' in node) createFrom(draft, { create: node.CreateStmt, statement });
  if ('ViewStmt' in node) createOpen(draft, { relation: node.ViewStmt.view, statement });
  if ('CreateTableAsStmt' in node) {
    createOpen(draft, { relation: node.CreateTableAsStmt.into?.rel, statement });
  }
  if ('CreateForeignTableStmt' in node && node.CreateForeignTableStmt.base) {
    createFrom(draft, { create: node.CreateForeignTableStmt.base, statement });
  }
  if ('AlterTableStmt' in node) {
    const { relation, cmds = [] } = node.AlterTableStmt;
    for (const cmd of cmds) {
      if ('AlterTableCmd' in cmd) alter(draft, { relation, command: cmd.AlterTableCmd, statement });
    }
  }
  if ('RenameStmt' in node) rename(draft, { change: node.RenameStmt, statement });
  if ('DropStmt' in node) drop(draft, { change: node.DropStmt, statement });
}

function nameOf(relation: RangeVar | undefined): string {
  return (relation?.relname ?? '').toLowerCase();
}

function tableOf(draft: Draft, relation: RangeVar | undefined): DraftTable | undefined {
  const name = nameOf(relation);
  const table = draft.tables.get(name);
  if (!table && name !== '') draft.strange.add(name);
  return table;
}

function createOpen(
  draft: Draft,
  {
    relation,
    statement,
  }: { readonly relation: RangeVar | undefined; readonly statement: Statement },
): void {
  const name = nameOf(relation);
  if (name !== '') createTable(draft, { name, statement }).isOpen = true;
}

function createFrom(
  draft: Draft,
  { create, statement }: { readonly create: CreateStmt; readonly statement: Statement },
): void {
  const name = nameOf(create.relation);
  const known = draft.tables.get(name);
  const table = known ?? createTable(draft, { name, statement });
  const { tableElts = [], inhRelations = [] } = create;
  for (const element of tableElts) {
    if ('ColumnDef' in element) {
      const { colname = '', location } = element.ColumnDef;
      table.columns.set(colname.toLowerCase(), placeAt(statement, location));
    }
    if ('TableLikeClause' in element) table.isOpen = true;
  }
  if (inhRelations.length > 0 || create.ofTypename) table.isOpen = true;
}

function alter(
  draft: Draft,
  {
    relation,
    command,
    statement,
  }: {
    readonly relation: RangeVar | undefined;
    readonly command: AlterTableCmd;
    readonly statement: Statement;
  },
): void {
  const table = tableOf(draft, relation);
  if (!table) return;
  const { subtype, def, name = '' } = command;
  if (subtype === 'AT_AddColumn' && def && 'ColumnDef' in def) {
    const { colname = '', location } = def.ColumnDef;
    table.columns.set(colname.toLowerCase(), placeAt(statement, location));
    table.dropped.delete(colname.toLowerCase());
  }
  if (subtype === 'AT_DropColumn') dropColumn(table, { name, statement });
  if (subtype === 'AT_AddInherit' || subtype === 'AT_AttachPartition') table.isOpen = true;
}

function rename(
  draft: Draft,
  { change, statement }: { readonly change: RenameStmt; readonly statement: Statement },
): void {
  const { relation, renameType, subname = '', newname = '' } = change;
  const table = tableOf(draft, relation);
  if (!table) return;
  const place = placeAt(statement, 0);
  if (renameType === 'OBJECT_COLUMN') {
    dropColumn(table, { name: subname, statement });
    table.columns.set(newname.toLowerCase(), place);
  }
  if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW') {
    draft.tables.delete(table.name);
    draft.dropped.set(table.name, place);
    draft.tables.set(newname.toLowerCase(), { ...table, name: newname.toLowerCase() });
  }
}

function drop(
  draft: Draft,
  { change, statement }: { readonly change: DropStmt; readonly statement: Statement },
): void {
  if (!/^OBJECT_(?:TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/.test(change.removeType ?? '')) return;
  for (const object of change.objects ?? []) {
    const items = 'List' in object ? (object.List.items ?? []) : [];
    const last = items.at(-1);
    const name = last && 'String' in last ? (last.String.sval ?? '').toLowerCase() : '';
    if (!draft.tables.delete(name)) continue;
    draft.dropped.set(name, placeAt(statement, 0));
  }
}
