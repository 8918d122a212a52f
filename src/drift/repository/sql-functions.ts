import type { CodePiece } from './reach.ts';
import { definePart } from './repository.ts';
import { sourceRank } from './sources.ts';

const MAX_BODY = 20_000;
const DEFINITION = /\bcreate\s+(?:or\s+replace\s+)?function\s+(?:"?\w+"?\.)?"?(\w+)"?\s*\(/gi;

/** The functions that SQL migrations define, by name; the last definition counts. */
export const sqlFunctionsPart = definePart('sql-functions', ({ files, read }) => {
  const functions = new Map<string, CodePiece>();
  for (const file of files.paths) {
    if (!file.endsWith('.sql') || sourceRank(file) > 1) continue;
    const text = read(file) ?? '';
    for (const match of text.matchAll(DEFINITION)) {
      const offset = match.index;
      functions.set((match[1] ?? '').toLowerCase(), {
        file,
        offset,
        text: definitionAt(text, offset),
      });
    }
  }
  return functions;
});

/** From `create function` to the end of its quoted body. */
function definitionAt(text: string, offset: number): string {
  const rest = text.slice(offset, offset + MAX_BODY);
  const quote = /\$\w*\$/.exec(rest);
  const end = quote ? rest.indexOf(quote[0], quote.index + quote[0].length) : rest.indexOf(';');
  return end < 0 ? rest : rest.slice(0, end);
}
