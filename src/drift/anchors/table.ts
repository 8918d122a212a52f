import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Schema, schemaPart } from '#drift/repository/schema.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { referencesInFence } from './sql-fence.ts';
import { isSystem, type TableTarget, tableIn } from './table-mentions.ts';

/** A table or view of the schema that the repository's migrations make. */
export const tableAnchor = defineAnchor<TableTarget>({
  kind: 'table',
  recognise: (mention, repository) => {
    const targets = targetsIn(mention);
    if (targets.length === 0) return [];
    const { tables, dropped } = repository.part(schemaPart);
    if (tables.size + dropped.size === 0) return [];
    const page = repository.read(mention.page) ?? '';
    return targets.filter(({ table }) => !isCreatedBy(page, table));
  },
  resolve: resolveTable,
});

function targetsIn(mention: Mention): readonly TableTarget[] {
  if (mention.form === 'inline-code') {
    const table = tableIn(mention);
    return table ? [table] : [];
  }
  if (mention.form !== 'fence') return [];
  return referencesInFence(mention).flatMap(({ text, start, schema, tables: [table], column }) =>
    table === undefined || column !== undefined || isSystem(schema, table)
      ? []
      : [{ text, start, table }],
  );
}

/** Whether a page tells its reader to create the table. */
export function isCreatedBy(page: string, table: string): boolean {
  const name = table.replace(/\W/g, '');
  return new RegExp(
    `\\bcreate (?:\\w+ ){0,3}(?:if not exists )?(?:["\\w]+\\.)?"?${name}\\b`,
    'i',
  ).test(page);
}

function resolveTable({ table, text }: TableTarget, repository: Repository): Resolution {
  const schema = repository.part(schemaPart);
  const known = schema.tables.get(table);
  if (known) return { status: 'found', evidence: schema.evidenceOf(known.place) };
  return droppedTable({ table, text, schema }) ?? missingTable({ table, text, schema, repository });
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

function missingTable({
  table,
  text,
  schema,
  repository,
}: Search & { repository: Repository }): Resolution {
  const name = text.replace(/^.*\.|\W/g, '') || table;
  const nearest = nearestName(table, schema.tables.keys());
  const isGone = repository.part(wordsPart).find(name) === undefined;
  return {
    status: 'missing',
    code: 'table-missing',
    target: text,
    ...(nearest !== undefined && { nearest }),
    places: [],
    strength: 'guessed',
    ...(isGone && { word: name }),
  };
}
