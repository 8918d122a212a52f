import type { Repository } from './repository.ts';
import { sourceRank } from './sources.ts';
import type { Place, Table } from './table.ts';

const TABLE =
  /\b(?:pgTable|sqliteTable|mysqlTable|singlestoreTable|create[A-Z]?\w*Table|\w+\.table)\(\s*["'`](\w+)["'`]\s*,\s*(?:\(?\w*\)?\s*=>\s*\(?\s*)?\{/g;
/** Schemas stand where their name says so: reading every source would cost more than it finds. */
const SCHEMA_FILE = /(?:schema|table|model|drizzle|db|database|entit)[^.]*(?:\.[\w-]+)*\.[cm]?ts$/i;
const MAX_BODY = 40_000;

/** The tables of Drizzle schemas, with the columns' names in the database and in the code. */
export function readDrizzleTables({ files, read }: Repository): readonly Table[] {
  return files.paths.flatMap((file) => {
    if (!SCHEMA_FILE.test(file) || sourceRank(file) > 1) return [];
    const text = read(file) ?? '';
    return /drizzle-orm/.test(text) ? tablesIn(file, text) : [];
  });
}

function tablesIn(file: string, text: string): readonly Table[] {
  return [...text.matchAll(TABLE)]
    .filter(({ index }) => !isInComment(text, index))
    .map((match) => {
      const start = match.index + match[0].length;
      const members = membersOf(text, start);
      const columns = new Map<string, Place>();
      for (const { text: member, offset } of members) {
        const [, key = '', name] =
          /^["']?(\w+)["']?\s*:\s*(?:\w+(?:\.\w+)*\(\s*["'`](\w+)["'`])?/.exec(member) ?? [];
        if (key !== '') columns.set(key.toLowerCase(), { file, offset });
        if (name !== undefined) columns.set(name.toLowerCase(), { file, offset });
      }
      return {
        name: (match[1] ?? '').toLowerCase(),
        place: { file, offset: match.index },
        columns,
        dropped: new Map(),
        isOpen: members.some(({ text: member }) => member.startsWith('...')),
      };
    });
}

// An example above a declaration makes no table.
function isInComment(text: string, at: number): boolean {
  return /^\s*(?:\*|\/\/)/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

/** The members of an object literal that begins behind its brace, split at the outer commas. */
function membersOf(text: string, start: number): readonly { text: string; offset: number }[] {
  const members: { text: string; offset: number }[] = [];
  let [depth, from] = [0, start];
  const token =
    /\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|[{}()[\],]/g;
  token.lastIndex = start;
  for (
    let match = token.exec(text);
    match && match.index < start + MAX_BODY;
    match = token.exec(text)
  ) {
    const [sign] = match;
    if (sign.startsWith('/') && text.slice(from, match.index).trim() === '') from = token.lastIndex;
    else if (/^[{([]$/.test(sign)) depth += 1;
    else if (/^[})\]]$/.test(sign)) depth -= 1;
    if (depth < 0 || (sign === ',' && depth === 0)) {
      const raw = text.slice(from, match.index);
      if (raw.trim() !== '') members.push({ text: raw.trim(), offset: from + raw.search(/\S/) });
      from = match.index + 1;
    }
    if (depth < 0) break;
  }
  return members;
}
