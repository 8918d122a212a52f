import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type Schema, schemaPart } from '#drift/repository/schema.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { isAboutReadersProject } from './reader.ts';

const MAKES =
  /\b(?:creat\w*|call\w*|nam(?:e|es|ed|ing)|add(?:s|ed|ing)?|new|mak(?:e|es|ing)|renam\w*|into|with|model)\b|Table\(/i;
const NAMED =
  /`(?:public\.)?(\w+)`(?: \w+)? tables?\b|\btables? `(?:public\.)?(\w+)`|\b(?:from|join|into|update|table)\s+(?:public\.)?"?(\w+)"?|\.from\(["'`](\w+)["'`]\)|`(\w+_\w+)`/gi;
const MIN_TABLES = 3;
/** Of more folders that make tables, some are reports and samples, and none is the whole schema. */
const DATABASES = 5;

/** Whether a page tells its reader to create the table. */
export function isCreatedBy(page: string, table: string): boolean {
  const name = table.replace(/\W/g, '');
  return new RegExp(
    `\\bcreate (?:\\w+ ){0,3}(?:if not exists )?(?:["\\w]+\\.)?"?${name}\\b|\\b\\w+Table\\(["']${name}["']`,
    'i',
  ).test(page);
}

/** Whether the page, above a mention, adds the column or gives it its name. */
export function isColumnMadeAbove(
  { page, line, text, form }: Mention,
  { column, repository }: { readonly column: string; readonly repository: Repository },
): boolean {
  const height = form === 'fence' ? text.split('\n').length : 1;
  const lines = (repository.read(page) ?? '').split('\n').slice(0, line + height);
  const name = column.replace(/\W/g, '');
  return new RegExp(
    [
      `\\badd\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?"?${name}\\b`,
      `\\brename\\b[^;]{0,80}?\\bto\\s+"?${name}\\b`,
      `\\b(?:add|creat|introduc)\\w*\\s+(?:(?:an?|the|new|your)\\s+)*\`${name}\``,
    ].join('|'),
    'i',
  ).test(lines.join('\n'));
}

/**
 * Whether a table that no source names must be one of this schema: all of the schema is read, and
 * the page, which is not about a database of its reader's, names other tables of it.
 */
export function isOfKnownSchema(
  mention: Mention,
  { table, repository }: { readonly table: string; readonly repository: Repository },
): boolean {
  const schema = repository.part(schemaPart);
  const page = repository.read(mention.page) ?? '';
  if (schema.isOpen || schema.tables.size < MIN_TABLES || schema.databases > DATABASES)
    return false;
  if (!repository.part(wordsPart).isComplete || isAboutReadersProject(mention)) return false;
  if (isForUsers(mention.page, repository)) return false;
  return doesNameTables(page, schema) && !isMadeOnPage(page, table);
}

/** A statement, the name of a query, or words to the reader: all that may make a table. */
function isMadeOnPage(page: string, table: string): boolean {
  const name = new RegExp(`\\b${table.replace(/\W/g, '')}\\b`, 'i');
  return page.split('\n').some((line) => name.test(line) && MAKES.test(line.replace(name, ' ')));
}

function doesNameTables(page: string, { tables }: Schema): boolean {
  return [...page.matchAll(NAMED)].some((match) => {
    const name = match.slice(1).find((group) => group !== undefined);
    return name !== undefined && tables.has(name.toLowerCase());
  });
}
