const space = /(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y;
const token =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`|-?\d[\d_]*(?:\.\d+)?|[A-Za-z_$][\w$]*|.|$/sy;

/** Data, or the first thing in the text that is not data and its line. */
export type LiteralReading =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'failed'; readonly line: number; readonly found: string };

/** Something that is not data stands at an offset. */
class NotData extends Error {
  readonly at: number;
  constructor(at: number, found: string) {
    super(found);
    this.at = at;
  }
}

/**
 * Reads the object literal that a TypeScript module exports as default, without running the
 * module: `export default {…}`, also inside one call. Strings, numbers, booleans, null, lists and
 * objects only.
 */
export function readExportedLiteral(source: string): LiteralReading {
  const start = /^export\s+default\s+(?:[A-Za-z_$][\w$]*\s*\(\s*)?(?=\{)/m.exec(source);
  if (!start) return { status: 'failed', line: 1, found: 'no "export default {…}"' };
  try {
    return { status: 'read', value: readValue(cursorAt(source, start.index + start[0].length), 0) };
  } catch (error) {
    if (!(error instanceof NotData)) throw error;
    const line = source.slice(0, error.at).split('\n').length;
    return { status: 'failed', line, found: error.message };
  }
}

type Token = { readonly text: string; readonly at: number };
type Cursor = { readonly next: () => Token; readonly takes: (text: string) => boolean };

function cursorAt(source: string, start: number): Cursor {
  let at = start;
  const peek = (): Token => {
    space.lastIndex = at;
    const from = at + (space.exec(source)?.[0].length ?? 0);
    token.lastIndex = from;
    return { text: token.exec(source)?.[0] ?? '', at: from };
  };
  const next = (): Token => {
    const found = peek();
    at = found.at + found.text.length;
    return found;
  };
  return { next, takes: (text) => peek().text === text && next().text === text };
}

const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const deepest = 50;

function readValue(cursor: Cursor, depth: number): unknown {
  const { text, at } = cursor.next();
  if (depth > deepest) throw new NotData(at, 'more than 50 levels');
  if (text === '{') return readObject(cursor, depth + 1);
  if (text === '[') return readList(cursor, depth + 1);
  if (isQuoted(text)) return unquoted(text);
  if (/^-?\d/.test(text)) return Number(text.replaceAll('_', ''));
  if (constants.has(text)) return constants.get(text);
  throw unexpected({ text, at });
}

function readObject(cursor: Cursor, depth: number): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  while (!cursor.takes('}')) {
    const key = cursor.next();
    if (!isQuoted(key.text) && !/^[\w$]+$/.test(key.text)) throw unexpected(key);
    expect(cursor, ':');
    entries.push([isQuoted(key.text) ? unquoted(key.text) : key.text, readValue(cursor, depth)]);
    if (!cursor.takes(',')) {
      expect(cursor, '}');
      break;
    }
  }
  return Object.fromEntries(entries);
}

function readList(cursor: Cursor, depth: number): readonly unknown[] {
  const values: unknown[] = [];
  while (!cursor.takes(']')) {
    values.push(readValue(cursor, depth));
    if (!cursor.takes(',')) {
      expect(cursor, ']');
      break;
    }
  }
  return values;
}

function expect(cursor: Cursor, text: string): void {
  const found = cursor.next();
  if (found.text !== text) throw unexpected(found);
}

function unexpected({ text, at }: Token): NotData {
  return new NotData(at, text === '' ? 'the end of the file' : `"${text}"`);
}

function isQuoted(text: string): boolean {
  return text.length > 1 && /^["'`]/.test(text);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}
