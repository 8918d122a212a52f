import type { Evidence } from '#drift/evidence.ts';
import { readDrizzleTables } from './drizzle-tables.ts';
import { readPrismaTables } from './prisma-tables.ts';
import { readRailsTables } from './rails-tables.ts';
import { definePart, type Repository } from './repository.ts';
import { readSqlSchema } from './sql-schema.ts';
import { readSupabaseTables } from './supabase-tables.ts';
import type { Place, Table } from './table.ts';
import { evidenceAt } from './words.ts';

/** The tables and columns of the repository's databases, with the lines that made and dropped them. */
export type Schema = {
  /** By bare name in lower case; tables of one name in several databases are one, with all columns. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Tables that a migration dropped or renamed, and no other source has. */
  readonly dropped: ReadonlyMap<string, Place>;
  /** How many folders of SQL migrations make tables. */
  readonly databases: number;
  /** Whether other tools change the schema too, in code that is not read. */
  readonly isOpen: boolean;
  readonly evidenceOf: (place: Place) => Evidence;
};

/** SQL migrations, Prisma, Drizzle, Rails, and the types that Supabase generates. */
export const schemaPart = definePart('schema', readSchema);

const FOREIGN_MIGRATION =
  /(?:^|\/)(?:migrations?|migrate|versions)\/[^/]*\d[^/]*\.(?:[cm]?[jt]s|py|php|go|exs|rb)$/;

function readSchema(repository: Repository): Schema {
  const sql = readSqlSchema(repository);
  const declared = [
    ...sql.tables,
    ...readPrismaTables(repository),
    ...readDrizzleTables(repository),
    ...readRailsTables(repository),
  ];
  const tables = new Map<string, Table>();
  for (const table of declared) addTable(tables, table);
  for (const table of readSupabaseTables(repository)) {
    // Generated types lag behind: they speak only of what nothing else defines.
    if (!declared.some(({ name }) => name === table.name)) addTable(tables, table);
  }
  return {
    tables,
    dropped: new Map([...sql.dropped].filter(([name]) => !tables.has(name))),
    databases: sql.databases,
    isOpen: repository.files.paths.some((path) => FOREIGN_MIGRATION.test(path)),
    evidenceOf: ({ file, offset }) => evidenceAt(file, repository.read(file) ?? '', offset),
  };
}

function addTable(tables: Map<string, Table>, table: Table): void {
  const known = tables.get(table.name);
  tables.set(table.name, known ? merged(known, table) : table);
}

function merged(one: Table, other: Table): Table {
  return {
    ...one,
    columns: new Map([...other.columns, ...one.columns]),
    dropped: new Map([...one.dropped, ...other.dropped]),
    isOpen: one.isOpen || other.isOpen,
  };
}
