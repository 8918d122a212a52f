import type { Mention } from '#drift/claims/mention.ts';
import { memoised } from '#drift/repository/lazy.ts';
import { definePart } from '#drift/repository/repository.ts';
import { parseSql } from '#drift/repository/sql-parser.ts';
import { splitSql } from '#drift/repository/sql-statements.ts';
import { referencesOf } from './sql-scope.ts';

const LANGUAGE = /^(?:sql|psql|pgsql|postgres|postgresql|plpgsql)$/;
const MAX_LENGTH = 20_000;

/** A table or a column in a SQL fence, at its place in the fence. */
export type FenceReference = {
  readonly text: string;
  readonly start: number;
  readonly schema?: string | undefined;
  readonly tables: readonly string[];
  readonly column?: string;
};

/** Columns that every table has, of the database's own making. */
const OF_SYSTEM = /^(?:ctid|xmin|xmax|cmin|cmax|tableoid|rowid|oid)$/;

/** Databases that read SQL of their own: what is asked of them is not in this schema. */
const OTHER_ENGINE =
  /\b(?:BigQuery|ClickHouse|Databricks|DuckDB|Redshift|Spanner)\b|\bJSONExtract\w*\(|\btoDateTime\w*\(/;

/** Whether a page asks another database than the one that migrations make. */
export const isOfOtherEngine = definePart('other engines', ({ read }) =>
  memoised((page) => OTHER_ENGINE.test(read(page) ?? '')),
);

/** What the queries of a SQL fence name; what the fence itself creates is left out. */
export function referencesInFence(mention: Mention): readonly FenceReference[] {
  const { text, context } = mention;
  if (!LANGUAGE.test(context.fence?.language ?? '') || text.length > MAX_LENGTH) return [];
  const plain = withoutPlaceholders(text);
  return splitSql(plain).flatMap((statement) => {
    const parsed = parseSql(statement.text);
    if (parsed.status === 'failed') return [];
    const bytes = Buffer.from(statement.text);
    const startOf = (location: number) =>
      statement.offset + bytes.subarray(0, location).toString().length;
    return parsed.nodes.flatMap((node) => {
      const { tables, columns } = referencesOf(node);
      return [
        ...tables.map(({ table, schema, location }) => ({
          ...wordAt(text, { name: table, from: startOf(location) }),
          schema,
          tables: [table],
        })),
        ...columns
          .filter(({ column }) => !OF_SYSTEM.test(column))
          .map(({ column, tables: owners, location }) => ({
            ...wordAt(text, { name: column, from: startOf(location) }),
            tables: owners,
            column,
          })),
      ];
    });
  });
}

/** The name as the page spells it, from where the reference begins. */
function wordAt(
  text: string,
  { name, from }: { name: string; from: number },
): { text: string; start: number } {
  const start = Math.max(from, text.toLowerCase().indexOf(name, from));
  return { text: text.slice(start, start + name.length), start };
}

/** `<id>`, `:id`, `{{id}}`, `${id}` and psql's own lines, replaced at the same length. */
function withoutPlaceholders(text: string): string {
  return text
    .replace(/^[ \t]*\\.*$/gm, (line) => ' '.repeat(line.length))
    .replace(/^[ \t]*\w+[=-][>#] /gm, (prompt) => ' '.repeat(prompt.length))
    .replace(
      /\$?\{\{?[^{}\n]{1,60}\}\}?|<[A-Za-z][^<>\n=]{0,40}>|(?<![:\w]):[a-z_]\w*/gi,
      (placeholder) => '$1'.padEnd(placeholder.length),
    );
}
