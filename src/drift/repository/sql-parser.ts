import type { Node } from '@pgsql/types';

type Parse = (sql: string) => { readonly stmts?: readonly { readonly stmt?: Node }[] };

let parser: Parse | undefined;

/** Loads the PostgreSQL parser (WebAssembly); once, before schemas or SQL are asked for. */
export async function loadSqlParser(): Promise<void> {
  if (parser !== undefined) return;
  const { loadModule, parseSync } = await import('pgsql-parser');
  await loadModule();
  parser = (sql) => parseSync(sql);
}

/** The statements of a text, or why PostgreSQL does not accept it. */
export type ParsedSql =
  | { readonly status: 'parsed'; readonly nodes: readonly Node[] }
  | { readonly status: 'failed'; readonly reason: string };

/** Parses SQL as PostgreSQL would. Never throws. */
export function parseSql(sql: string): ParsedSql {
  if (parser === undefined) return { status: 'failed', reason: 'The SQL parser is not loaded.' };
  try {
    const nodes = (parser(sql).stmts ?? []).flatMap(({ stmt }) => (stmt ? [stmt] : []));
    return { status: 'parsed', nodes };
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : 'Not SQL.' };
  }
}
