/** A statement of a SQL text, without the semicolon, and where it begins. */
export type SqlStatement = { readonly text: string; readonly offset: number };

/** What may hide a semicolon: comments, strings, quoted names, dollar quotes; or the semicolon. */
const TOKEN = /--[^\n]*|\/\*|'|"|\$(?:[A-Za-z_]\w*)?\$|;/g;

/** Splits SQL at its semicolons, in one pass. An unclosed quote ends with the text. */
export function splitSql(sql: string): readonly SqlStatement[] {
  const statements: SqlStatement[] = [];
  let start = 0;
  TOKEN.lastIndex = 0;
  const token = new RegExp(TOKEN);
  for (let match = token.exec(sql); match; match = token.exec(sql)) {
    if (match[0] === ';') {
      statements.push({ text: sql.slice(start, match.index), offset: start });
      start = match.index + 1;
    } else if (!match[0].startsWith('--')) {
      token.lastIndex = endOfQuote(sql, { open: match[0], from: token.lastIndex });
    }
  }
  statements.push({ text: sql.slice(start), offset: start });
  return statements.flatMap(withoutLeadingComments);
}

function endOfQuote(sql: string, { open, from }: { open: string; from: number }): number {
  const close = open === '/*' ? '*/' : open;
  const at = sql.indexOf(close, from);
  return at < 0 ? sql.length : at + close.length;
}

function withoutLeadingComments({ text, offset }: SqlStatement): readonly SqlStatement[] {
  const leading =
    /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/.exec(text)?.[0] ?? '';
  const rest = text.slice(leading.length);
  return rest.trim() === '' ? [] : [{ text: rest, offset: offset + leading.length }];
}
