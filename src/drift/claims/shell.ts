import { maskTranscript } from './transcript.ts';

/** A word of a command as the shell would pass it on, and where it stands in the text. */
export type ShellWord = {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** False where the shell or the reader would fill something in: `$X`, `<name>`, `$(…)`, globs. */
  readonly isLiteral: boolean;
};

/** A simple command: what a shell would run as one program. */
export type ShellCommand = {
  readonly words: readonly ShellWord[];
  /** `NAME=value` words before the program. */
  readonly assignments: readonly ShellWord[];
  /** How many subshells surround it. */
  readonly depth: number;
};

type Token =
  | { readonly type: 'word'; readonly word: ShellWord }
  | { readonly type: 'end' | 'open' | 'close' };

type Cursor = { at: number; heredoc: string | undefined };

const KEYWORDS = new Set('! { } if then elif else fi while until do done time'.split(' '));
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Commands of a shell fence or an inline command, in order. Never throws; linear in the text. */
export function parseShell(text: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let depth = 0;
  const finish = () => {
    const command = commandOf(words, depth);
    if (command) commands.push(command);
    words = [];
  };
  for (const token of tokenise(maskTranscript(text))) {
    if (token.type === 'word') {
      words.push(token.word);
      continue;
    }
    finish();
    if (token.type === 'open') depth++;
    if (token.type === 'close') depth = Math.max(0, depth - 1);
  }
  finish();
  return commands;
}

function commandOf(words: readonly ShellWord[], depth: number): ShellCommand | undefined {
  const first = words.findIndex((word) => !KEYWORDS.has(word.value));
  if (first < 0) return undefined;
  const rest = words.slice(first);
  const program = rest.findIndex((word) => !ASSIGNMENT.test(word.value));
  const split = program < 0 ? rest.length : program;
  return { assignments: rest.slice(0, split), words: rest.slice(split), depth };
}

function* tokenise(text: string): Generator<Token> {
  const cursor: Cursor = { at: 0, heredoc: undefined };
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at);
    if (character === '\n') {
      cursor.at++;
      skipHeredoc(text, cursor);
      yield { type: 'end' };
    } else if (/\s/.test(character) || text.startsWith('\\\n', cursor.at)) {
      cursor.at += character === '\\' ? 2 : 1;
    } else if (character === '#' || text.startsWith('// ', cursor.at)) {
      // `make site // takes long` is no shell's comment, but its writer's.
      cursor.at = indexOrEnd(text, '\n', cursor.at);
    } else if (';&|()'.includes(character)) {
      yield operatorAt(text, cursor);
    } else if (isRedirection(text, cursor.at)) {
      skipRedirection(text, cursor);
    } else {
      yield { type: 'word', word: wordAt(text, cursor) };
    }
  }
}

function operatorAt(text: string, cursor: Cursor): Token {
  const character = text.charAt(cursor.at++);
  if (character === '(') return { type: 'open' };
  if (character === ')') return { type: 'close' };
  while (';&|'.includes(text.charAt(cursor.at) || ' ')) cursor.at++;
  if (text.charAt(cursor.at) === '>') skipRedirection(text, cursor);
  return { type: 'end' };
}

const PLACEHOLDER = /<[A-Za-z][^<>\n]{0,60}>/y;
const REDIRECTION = /\d?(?:>>|>&|>\||>|<<<|<<-?|<&|<)/y;

function isRedirection(text: string, at: number): boolean {
  return matchAt(REDIRECTION, text, at) !== '' && matchAt(PLACEHOLDER, text, at) === '';
}

function skipRedirection(text: string, cursor: Cursor): void {
  const operator = matchAt(REDIRECTION, text, cursor.at);
  cursor.at += Math.max(1, operator.length);
  cursor.at += matchAt(/[ \t]*/y, text, cursor.at).length;
  if (cursor.at >= text.length || /[\n;&|()]/.test(text.charAt(cursor.at))) return;
  const { value } = wordAt(text, cursor);
  if (/^<<-?$/.test(operator)) cursor.heredoc = value;
}

function skipHeredoc(text: string, cursor: Cursor): void {
  const { heredoc } = cursor;
  cursor.heredoc = undefined;
  while (heredoc !== undefined && cursor.at < text.length) {
    const end = indexOrEnd(text, '\n', cursor.at);
    const line = text.slice(cursor.at, end).trim();
    cursor.at = Math.min(text.length, end + 1);
    if (line === heredoc) return;
  }
}

function wordAt(text: string, cursor: Cursor): ShellWord {
  const start = cursor.at;
  let value = '';
  let isLiteral = true;
  while (cursor.at < text.length && !isWordEnd(text, cursor.at)) {
    const piece = pieceAt(text, cursor);
    value += piece.value;
    isLiteral &&= piece.isLiteral;
  }
  return { value, start, end: cursor.at, isLiteral };
}

function isWordEnd(text: string, at: number): boolean {
  if (/[\s;&|()>]/.test(text.charAt(at))) return true;
  return text.charAt(at) === '<' && matchAt(PLACEHOLDER, text, at) === '';
}

type Piece = { readonly value: string; readonly isLiteral: boolean };

const PLAIN = /[\w./:@=,+%~^#-]+/y;

function pieceAt(text: string, cursor: Cursor): Piece {
  const plain = matchAt(PLAIN, text, cursor.at);
  if (plain !== '') {
    cursor.at += plain.length;
    return { value: plain, isLiteral: true };
  }
  const character = text.charAt(cursor.at);
  if (character === '\\') return escapeAt(text, cursor);
  if (character === "'" || character === '"') return quoteAt(text, cursor, character);
  if (character === '$' || character === '`') return expansionAt(text, cursor);
  if (character === '<') {
    const value = matchAt(PLACEHOLDER, text, cursor.at);
    cursor.at += value.length;
    return { value, isLiteral: false };
  }
  cursor.at++;
  return { value: character, isLiteral: !'*?{}[]…'.includes(character) };
}

function escapeAt(text: string, cursor: Cursor): Piece {
  const value = text.charAt(cursor.at + 1);
  cursor.at += 2;
  return { value: value === '\n' ? '' : value, isLiteral: true };
}

/** A quote that never ends is an apostrophe. */
function quoteAt(text: string, cursor: Cursor, quote: string): Piece {
  const end = text.indexOf(quote, cursor.at + 1);
  if (end < 0) {
    cursor.at++;
    return { value: quote, isLiteral: true };
  }
  const value = text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return { value, isLiteral: quote === "'" || !/[$`]/.test(value) };
}

const CLOSERS: Readonly<Record<string, string>> = { '$(': ')', '${': '}' };

function expansionAt(text: string, cursor: Cursor): Piece {
  const start = cursor.at;
  const opener = text.slice(start, start + 2);
  const closer = text.charAt(start) === '`' ? '`' : CLOSERS[opener];
  const end = closer === undefined ? -1 : text.indexOf(closer, start + 1);
  cursor.at = end < 0 ? start + 1 : end + 1;
  return { value: text.slice(start, cursor.at), isLiteral: false };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function indexOrEnd(text: string, search: string, from: number): number {
  const index = text.indexOf(search, from);
  return index < 0 ? text.length : index;
}
