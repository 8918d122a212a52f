import type { Node } from '@pgsql/types';
import { entriesOf, field, listOf, rangeVar, text } from './sql-node.ts';

/** A column that a statement reads or writes, and the tables in which it may stand. */
export type ColumnReference = {
  readonly column: string;
  readonly tables: readonly string[];
  /** Byte offset in the statement. */
  readonly location: number;
};

/** A table that a statement names. */
export type TableReference = {
  readonly schema: string | undefined;
  readonly table: string;
  readonly location: number;
};

/** What a statement refers to; names that it defines itself are left out. */
export type SqlReferences = {
  readonly tables: readonly TableReference[];
  readonly columns: readonly ColumnReference[];
};

/** A relation in scope: a table by its name, or undefined for what a query or a function makes. */
type Relation = { readonly names: readonly string[]; readonly table: string | undefined };

type Scope = {
  readonly relations: Relation[];
  readonly outer: Scope | undefined;
  readonly queries: ReadonlySet<string>;
  /** Names that the select list gives: `order by total` is no column. */
  readonly outputs: Set<string>;
};

type Found = { readonly tables: TableReference[]; readonly columns: ColumnReference[] };

/** Reads the tables and columns of a parsed statement by PostgreSQL's rules of scope. */
export function referencesOf(statement: Node): SqlReferences {
  const found: Found = { tables: [], columns: [] };
  visitQuery(statement, { found, outer: undefined, queries: new Set() });
  return found;
}

type Around = {
  readonly found: Found;
  readonly outer: Scope | undefined;
  readonly queries: ReadonlySet<string>;
};

const QUERIES = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt']);

function visitQuery(query: unknown, { found, outer, queries }: Around): void {
  const [[kind, body] = ['', undefined]] = entriesOf(query);
  if (!QUERIES.has(kind) || body === undefined) return;
  const own = new Set([...queries, ...namesOfQueries(body)]);
  const scope: Scope = { relations: [], outer, queries: own, outputs: outputsOf(body) };
  const around = { found, scope };
  visitBody(field(body, 'withClause'), around);
  for (const key of ['relation', 'fromClause', 'usingClause'])
    addRelations(field(body, key), around);
  if (kind === 'InsertStmt' || kind === 'UpdateStmt') addWritten(body, { kind, around });
  for (const [key, value] of entriesOf(body)) {
    if (key === 'withClause' || key === 'relation') continue;
    if (kind === 'InsertStmt' && key === 'selectStmt') {
      visitQuery(value, { found, outer: undefined, queries: own });
    } else visitBody(value, around);
  }
}

type Visit = { readonly found: Found; readonly scope: Scope };

function visitBody(node: unknown, around: Visit): void {
  if (Array.isArray(node)) {
    for (const item of node) visitBody(item, around);
    return;
  }
  for (const [key, value] of entriesOf(node)) {
    if (QUERIES.has(key)) {
      visitQuery(
        { [key]: value },
        { ...around, outer: around.scope, queries: around.scope.queries },
      );
    } else if (key === 'larg' || key === 'rarg') visitSetOperand(value, around);
    else if (key === 'ColumnRef') addColumn(value, around);
    else if (typeof value === 'object') visitBody(value, around);
  }
}

// Set operations hold their operands bare, joins as nodes.
function visitSetOperand(value: unknown, around: Visit): void {
  const isBare = field(value, 'targetList') !== undefined || field(value, 'op') !== undefined;
  if (!isBare) visitBody(value, around);
  else {
    const { found, scope } = around;
    visitQuery({ SelectStmt: value }, { found, outer: scope.outer, queries: scope.queries });
  }
}

function addRelations(node: unknown, around: Visit): void {
  if (Array.isArray(node)) {
    for (const item of node) addRelations(item, around);
    return;
  }
  if (field(node, 'relname') !== undefined) addTable(node, around);
  for (const [key, value] of entriesOf(node)) {
    if (key === 'RangeVar') addTable(value, around);
    else if (key === 'JoinExpr') {
      addRelations(field(value, 'larg'), around);
      addRelations(field(value, 'rarg'), around);
    } else if (key.startsWith('Range')) {
      const alias = text(field(field(value, 'alias'), 'aliasname'));
      around.scope.relations.push({ names: [alias], table: undefined });
    }
  }
}

function addTable(node: unknown, { found, scope }: Visit): void {
  const relation = rangeVar(node);
  const table = (relation.relname ?? '').toLowerCase();
  const alias = (relation.alias?.aliasname ?? table).toLowerCase();
  const isQuery = scope.queries.has(table) && relation.schemaname === undefined;
  scope.relations.push({ names: [alias], table: isQuery ? undefined : table });
  if (isQuery) return;
  found.tables.push({ schema: relation.schemaname, table, location: relation.location ?? 0 });
}

/** Columns that `insert into t (…)` and `update t set …` write. */
function addWritten(
  body: unknown,
  { kind, around }: { readonly kind: string; readonly around: Visit },
): void {
  const table = text(field(field(body, 'relation'), 'relname'));
  const conflict = field(field(body, 'onConflictClause'), 'targetList');
  const written = field(body, kind === 'InsertStmt' ? 'cols' : 'targetList');
  for (const target of [...listOf(written), ...listOf(conflict)]) {
    const column = text(field(field(target, 'ResTarget'), 'name'));
    const location = Number(field(field(target, 'ResTarget'), 'location') ?? 0);
    if (column !== '') around.found.columns.push({ column, tables: [table], location });
  }
  if (kind === 'InsertStmt') around.scope.relations.push({ names: ['excluded'], table });
}

function addColumn(reference: unknown, { found, scope }: Visit): void {
  const names = listOf(field(reference, 'fields')).map((part) =>
    text(field(field(part, 'String'), 'sval')),
  );
  const column = names.at(-1) ?? '';
  if (column === '' || names.length > 2) return;
  const location = Number(field(reference, 'location') ?? 0);
  const tables = names.length === 2 ? qualified(names[0] ?? '', scope) : unqualified(column, scope);
  if (tables.length > 0) found.columns.push({ column, tables, location });
}

function qualified(name: string, scope: Scope | undefined): readonly string[] {
  for (let at = scope; at; at = at.outer) {
    const relation = at.relations.find(({ names }) => names.includes(name));
    if (relation) return relation.table === undefined ? [] : [relation.table];
  }
  return [];
}

/** Every table in scope; none when something else in scope may have the column. */
function unqualified(column: string, scope: Scope): readonly string[] {
  const tables: string[] = [];
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.outputs.has(column)) return [];
    for (const { table, names } of at.relations) {
      if (names.includes('excluded')) continue;
      if (table === undefined || names.includes(column)) return [];
      tables.push(table);
    }
  }
  return tables;
}

function outputsOf(body: unknown): Set<string> {
  return new Set(
    listOf(field(body, 'targetList'))
      .map((target) => text(field(field(target, 'ResTarget'), 'name')))
      .filter((name) => name !== ''),
  );
}

function namesOfQueries(body: unknown): readonly string[] {
  return listOf(field(field(body, 'withClause'), 'ctes')).map((query) =>
    text(field(field(query, 'CommonTableExpr'), 'ctename')),
  );
}
