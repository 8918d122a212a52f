import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Schema, schemaPart } from '#drift/repository/schema.ts';
import { sourceRank } from '#drift/repository/sources.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { isCreatedBy, isOfKnownSchema } from './page-tables.ts';
import { isOfOtherEngine, referencesInFence } from './sql-fence.ts';
import { isSystem, type TableTarget, tableIn } from './table-mentions.ts';
import { tablesInSnippet } from './table-snippets.ts';

/** A table or view of the schema that the repository's migrations make. */
export const tableAnchor = defineAnchor<TableTarget>({
  kind: 'table',
  forms: ['inline-code', 'fence'],
  recognise: (mention, repository) => {
    const targets = targetsIn(mention);
    if (targets.length === 0) return [];
    const { tables, dropped } = repository.part(schemaPart);
    if (tables.size + dropped.size === 0) return [];
    const page = repository.read(mention.page) ?? '';
    if (mention.form === 'fence' && repository.part(isOfOtherEngine)(mention.page)) return [];
    return targets.filter(({ table }) => !isCreatedBy(page, table));
  },
  resolve: resolveTable,
});

function targetsIn(mention: Mention): readonly TableTarget[] {
  const snippets = tablesInSnippet(mention);
  if (snippets.length > 0) return snippets;
  if (mention.form === 'inline-code') {
    const table = tableIn(mention);
    return table ? [table] : [];
  }
  return referencesInFence(mention).flatMap(({ text, start, schema, tables: [table], column }) =>
    table === undefined || column !== undefined || isLetter(table) || isSystem(schema, table)
      ? []
      : [{ text, start, table, ...(schema !== undefined && { schema }) }],
  );
}

/** `T` and `R` stand for any table. */
function isLetter(name: string): boolean {
  return name.length < 3;
}

function resolveTable(target: TableTarget, repository: Repository, mention: Mention): Resolution {
  const { table, text } = target;
  const schema = repository.part(schemaPart);
  const known = schema.tables.get(table);
  if (known) return { status: 'found', evidence: schema.evidenceOf(known.place) };
  return (
    droppedTable({ table, text, schema }) ?? missingTable(target, { schema, repository, mention })
  );
}

type Search = { readonly table: string; readonly text: string; readonly schema: Schema };

function droppedTable({ table, text, schema }: Search): Resolution | undefined {
  const place = schema.dropped.get(table);
  // One database's `events` may be gone while another's, which is not read, has such a table.
  if (!place || (schema.databases > 1 && !table.includes('_'))) return undefined;
  const evidence = schema.evidenceOf(place);
  const nearest = nearestName(table, schema.tables.keys());
  return {
    status: 'contradicted',
    code: 'table-dropped',
    target: text,
    actual: evidence.text ?? '',
    evidence,
    ...(nearest !== undefined && { nearest }),
  };
}

type Absence = {
  readonly schema: Schema;
  readonly repository: Repository;
  readonly mention: Mention;
};

function missingTable(target: TableTarget, absence: Absence): Resolution {
  const { table, text } = target;
  const { schema, repository, mention } = absence;
  const name = text.replace(/^.*\.|\W/g, '') || table;
  const nearest = nearestName(table, schema.tables.keys());
  const { find, isComplete } = repository.part(wordsPart);
  const place = find(name);
  if (!place && !isComplete)
    return { status: 'unknown', reason: 'The sources are too large to be read whole' };
  const isDistinct = /\w_\w|[a-z][A-Z]/.test(name);
  if (place && isDistinct && sourceRank(place.file) < 2)
    return { status: 'found', evidence: place, note: 'by its name in the sources' };
  const isStated =
    !place && isDistinct && isPublic(target) && isOfKnownSchema(mention, { table, repository });
  return {
    status: 'missing',
    code: 'table-missing',
    target: text,
    ...(nearest !== undefined && { nearest }),
    places: [],
    strength: isStated ? 'stated' : 'guessed',
    ...(!place && { word: name }),
  };
}

/** Whether nothing places the table in a schema of its own, which another system may own. */
function isPublic({ schema = 'public' }: TableTarget): boolean {
  return schema.toLowerCase() === 'public';
}
