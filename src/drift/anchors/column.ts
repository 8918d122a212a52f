import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Schema, schemaPart } from '#drift/repository/schema.ts';
import type { Table } from '#drift/repository/table.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { isColumnMadeAbove, isCreatedBy } from './page-tables.ts';
import { isOfOtherEngine, referencesInFence } from './sql-fence.ts';
import { type ColumnTarget, columnsIn } from './table-mentions.ts';

/** A column of a table that the repository's migrations make. */
export const columnAnchor = defineAnchor<ColumnTarget>({
  kind: 'column',
  forms: ['inline-code', 'fence'],
  recognise: (mention, repository) => {
    if (mention.form !== 'inline-code') return inFence(mention, repository);
    if (!/^[\w.,\s()"'`]+$/.test(mention.text)) return [];
    const columns = columnsIn(mention, repository.part(schemaPart));
    if (columns.length === 0 || !mention.context.cell) return columns;
    return repository.part(isOfOtherEngine)(mention.page) ? [] : columns;
  },
  resolve: resolveColumn,
});

function inFence(mention: Mention, repository: Repository): readonly ColumnTarget[] {
  const references = referencesInFence(mention);
  if (references.length === 0) return [];
  const { tables: known } = repository.part(schemaPart);
  const page = repository.read(mention.page) ?? '';
  if (repository.part(isOfOtherEngine)(mention.page)) return [];
  return references.flatMap(({ text, start, tables, column }) =>
    column !== undefined && tables.every((table) => known.has(table) && !isCreatedBy(page, table))
      ? [{ text, start, tables, column }]
      : [],
  );
}

function resolveColumn(target: ColumnTarget, repository: Repository, mention: Mention): Resolution {
  const schema = repository.part(schemaPart);
  const tables = target.tables.flatMap((name) => schema.tables.get(name) ?? []);
  const place = tables
    .map(({ columns }) => columns.get(target.column))
    .find((at) => at !== undefined);
  if (place) return { status: 'found', evidence: schema.evidenceOf(place) };
  const [table] = tables;
  if (!table) return { status: 'unknown', reason: 'The table is not in the schema' };
  const { column } = target;
  if (isAdded(column, mention) || isColumnMadeAbove(mention, { column, repository })) {
    return { status: 'unknown', reason: 'The page itself adds the column' };
  }
  const dropped = table.dropped.get(target.column);
  if (!dropped && tables.some(({ isOpen }) => isOpen)) {
    return { status: 'unknown', reason: `Not all columns of "${table.name}" can be told` };
  }
  if (!dropped && schema.isOpen && isInSources(target, repository)) {
    return { status: 'unknown', reason: 'Migrations in code change the schema too' };
  }
  return target.isGuess === true && !dropped
    ? guess(target, repository)
    : contradiction(target, { table, schema });
}

// A name in quotes keeps its case.
function isInSources({ column, text }: ColumnTarget, repository: Repository): boolean {
  const { find } = repository.part(wordsPart);
  const written = /\w+(?=\W*$)/.exec(text)?.[0] ?? column;
  return find(written) !== undefined || find(column) !== undefined;
}

// "You may add a `role` to the `User` model … the `role` field".
function isAdded(column: string, { context: { block } }: Mention): boolean {
  const at = block.indexOf(`\`${column}\``);
  return at > 0 && /\badd(?:s|ing)?\b[^.`]{0,40}$/i.test(block.slice(0, at));
}

function guess({ text, column }: ColumnTarget, repository: Repository): Resolution {
  const isGone = repository.part(wordsPart).find(column) === undefined;
  return {
    status: 'missing',
    code: 'column-missing',
    target: text,
    places: [],
    strength: 'guessed',
    ...(isGone && { word: column }),
  };
}

function contradiction(
  { text, column }: ColumnTarget,
  { table, schema }: { readonly table: Table; readonly schema: Schema },
): Resolution {
  const dropped = table.dropped.get(column);
  const names = [...table.columns.keys()];
  const shown = `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;
  const nearest = nearestName(column, names);
  return {
    status: 'contradicted',
    code: 'column-missing',
    target: `${table.name}.${text.replace(/^.*\./, '')}`,
    actual: dropped
      ? `"${schema.evidenceOf(dropped).text ?? ''}"`
      : `"${table.name}" with ${shown}`,
    evidence: schema.evidenceOf(dropped ?? table.place),
    ...(nearest !== undefined && { nearest }),
  };
}
