import type { Mention } from '#drift/claims/mention.ts';
import type { Schema } from '#drift/repository/schema.ts';
import type { Target } from './anchor.ts';

/** A table that a page names. */
export type TableTarget = Target & {
  readonly table: string;
  /** The schema that the page writes before it. */
  readonly schema?: string;
};

/** A column that a page places in a table, or in one of several. */
export type ColumnTarget = Target & {
  readonly tables: readonly string[];
  readonly column: string;
  /** The page only writes `t.c`, which may be a field of something else. */
  readonly isGuess?: boolean;
};

const NAME = /^(?:["'`]?(\w+)["'`]?\.)?["'`]?([A-Za-z_]\w{1,62})["'`]?$/;
const FILE_NAME =
  /^(?:[cm]?[jt]sx?|proto|sql|json|md|py|go|rb|rs|ya?ml|csv|prisma|html|css|sh|txt|toml|vue|svelte|astro)$/;
const SYSTEM =
  /^(?:pg_\w+|information_schema|auth|storage|cron|net|vault|extensions|realtime|graphql\w*|supabase_\w+|sys|mysql|performance_schema)$/i;
/** Where migration tools remember what they ran. */
const BOOKKEEPING =
  /migrations?(?:_lock)?$|^(?:schema_(?:info|version|history)|flyway_\w+|ar_internal_metadata|alembic_version|databasechangelog\w*|goose_db_version|spatial_ref_sys)$/i;
const TABLE_AFTER =
  /^(?:\s*(?:,|and|or|&|\/)\s*`[^`]{1,64}`){0,8}(?:\s+(?:database|db|postgres|join|audit|sql))?\s+tables?\b/i;
const TABLE_BEFORE = /\btables?(?: (?:named|called))?:? $/i;
const COLUMN_AFTER =
  /^(?:\s*(?:,|and|or|&)\s*`[^`]{1,64}`){0,8}\s+(?:columns?|fields?)?\s*(?:of|in|on|from)\s+(?:the\s+)?`(?:\w+\.)?(\w+)`(?:\s+(?:table|view)|(?=[\s.,;)]|$))/i;
const COLUMN_WORD_AFTER = /^(?:\s*(?:,|and|or|&)\s*`[^`]{1,64}`){0,8}\s+(?:columns?)\b/i;
const COLUMN_WORD_BEFORE = /\bcolumns?:? $/i;
const OWNER_BEFORE =
  /`(?:\w+\.)?(\w+)`(?:['’]s)? (?:table(?:['’]s)?(?: has an?| with an?)?|has an?) $/i;

/** The table that a code span is said to be; undefined where nothing says so. */
export function tableIn({ text, context }: Mention): TableTarget | undefined {
  const [, schema, name = ''] = NAME.exec(text.trim()) ?? [];
  if (name === '' || isSystem(schema, name)) return undefined;
  const isSaid =
    TABLE_AFTER.test(context.after) ||
    TABLE_BEFORE.test(context.before) ||
    /^(?:database |db |sql )?tables?(?: name)?$/i.test(context.cell?.header.trim() ?? '');
  if (!isSaid) return undefined;
  return { text, start: 0, table: name.toLowerCase(), ...(schema !== undefined && { schema }) };
}

/** Whether a name belongs to the database system or to a schema that the platform owns. */
export function isSystem(schema: string | undefined, name: string): boolean {
  return (
    (schema !== undefined && SYSTEM.test(schema)) ||
    /^(?:pg_|sqlite_|information_schema)/i.test(name) ||
    BOOKKEEPING.test(name)
  );
}

/** The columns that a code span names: `t.c`, "`c` column of `t`", `t(c, d)`, a cell under `t`. */
export function columnsIn(mention: Mention, schema: Schema): readonly ColumnTarget[] {
  const text = mention.text.trim();
  const start = mention.text.indexOf(text);
  const list = /^(\w+)\s?\(([\w\s,"]+)\)$/.exec(text);
  if (list) return columnsOfList(list, { schema, start });
  const [, qualifier, name = ''] = NAME.exec(text) ?? [];
  if (name === '') return [];
  if (qualifier !== undefined && !FILE_NAME.test(name))
    return qualified(mention, { qualifier, name, schema });
  const owner = ownerOf(mention, schema);
  return owner === undefined ? [] : [{ text, start, tables: [owner], column: name.toLowerCase() }];
}

/** `orders(id, total)` lists columns when most of them are; otherwise it is a call. */
function columnsOfList(
  list: RegExpExecArray,
  { schema, start }: { readonly schema: Schema; readonly start: number },
): readonly ColumnTarget[] {
  const [whole, name = '', inside = ''] = list;
  const table = schema.tables.get(name.toLowerCase());
  const columns = inside
    .split(',')
    .map((part) => part.trim().split(/\s/)[0]?.replaceAll('"', '') ?? '');
  const known = columns.filter((column) => table?.columns.has(column.toLowerCase()));
  if (!table || columns.length < 2 || known.length * 2 <= columns.length) return [];
  return columns.map((column) => ({
    text: column,
    start: start + whole.indexOf(column, name.length),
    tables: [table.name],
    column: column.toLowerCase(),
  }));
}

/** `t.c`: certain where the page calls it a column. */
function qualified(
  { text, context }: Mention,
  {
    qualifier,
    name,
    schema,
  }: { readonly qualifier: string; readonly name: string; readonly schema: Schema },
): readonly ColumnTarget[] {
  const table = qualifier.toLowerCase();
  if (!schema.tables.has(table)) return [];
  const isSaid = COLUMN_WORD_AFTER.test(context.after) || COLUMN_WORD_BEFORE.test(context.before);
  // `monitor.name` may be a field of anything; `user_roles` and `UserRole` are names of tables.
  const isDistinct = /[a-z][A-Z]|_/.test(qualifier);
  if (!isSaid && !isDistinct && !schema.tables.get(table)?.columns.has(name.toLowerCase()))
    return [];
  return [
    {
      text: text.trim(),
      start: text.indexOf(text.trim()),
      tables: [table],
      column: name.toLowerCase(),
      isGuess: !isSaid,
    },
  ];
}

function ownerOf({ context }: Mention, schema: Schema): string | undefined {
  const known = (name: string | undefined) => {
    const lower = name?.toLowerCase() ?? '';
    return schema.tables.has(lower) ? lower : undefined;
  };
  const isColumn = COLUMN_WORD_AFTER.test(context.after) || COLUMN_WORD_BEFORE.test(context.before);
  const said = COLUMN_AFTER.exec(context.after);
  if (said && (isColumn || /\b(?:column|field)/i.test(said[0]))) return known(said[1]);
  const before = isColumn ? known(OWNER_BEFORE.exec(context.before)?.[1]) : undefined;
  if (before !== undefined) return before;
  return isColumnCell(context) ? tableOfHeading(context, schema) : undefined;
}

/** A cell of the column "Column" in a table that also has types. */
function isColumnCell({ cell }: Mention['context']): boolean {
  if (!cell || !/^columns?(?: name)?$/i.test(cell.header.trim())) return false;
  return cell.headers.some((header) => /^(?:data )?type$/i.test(header.trim()));
}

function tableOfHeading(
  { headings, intro }: Mention['context'],
  schema: Schema,
): string | undefined {
  const words = (headings.at(-1)?.text ?? '').toLowerCase().match(/\w+/g) ?? [];
  const quoted = [...intro.matchAll(/(?<=`)\w+(?=`)/g)].map(([name]) => name.toLowerCase());
  const known = new Set(quoted.filter((name) => schema.tables.has(name)));
  for (const name of longestNames(words, schema)) known.add(name);
  return known.size === 1 ? [...known][0] : undefined;
}

// "Batch orders table" is `batch_orders`, where there is one, and not `orders`.
function longestNames(words: readonly string[], { tables }: Schema): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const lengths = [4, 3, 2, 1].filter((length) => at + length <= words.length);
    const nameOf = (length: number) => words.slice(at, at + length).join('_');
    const longest = lengths.find((length) => tables.has(nameOf(length)));
    if (longest === undefined) continue;
    names.push(nameOf(longest));
    at += longest - 1;
  }
  return names;
}
