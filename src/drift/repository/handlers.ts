import { closingBracket, openBrackets, partsWithin } from './brackets.ts';
import { doesUse, localsOf, parametersAround } from './handler-scope.ts';
import { type CodePiece, topLevelStarts } from './reach.ts';
import type { Repository } from './repository.ts';
import type { RouteDeclaration } from './route-declaration.ts';

/** The code that answers a route which a call declares. */
export type Handler = {
  readonly pieces: readonly CodePiece[];
  /** It works with what it is handed from outside of the module, such as a service. */
  readonly isOpen: boolean;
};

/** A function somewhere in the arguments, or a name at their end. */
const IS_CODE = /=>|\bfunction\b|[\w$)]$/;

/** A stretch of a text. */
export type Span = { readonly start: number; readonly end: number };

/** `app.get('/x', …)`, `router.route('/x').get(…)`, `fastify.route({ url, handler })`, `openapi(createRoute(…), …)`. */
export function handlerOf(
  { file, offset, method }: RouteDeclaration,
  { read }: Repository,
): Handler | undefined {
  const text = read(file) ?? '';
  const around = chunkAround(text, offset);
  const open = openBrackets(text, { from: around.start, at: offset });
  const span = spanOf(text, { open, method });
  const body = span && text.slice(span.start, span.end).replace(/[\s,]+$/, '');
  if (!span || !body || !IS_CODE.test(body)) return undefined;
  const own = { file, offset: span.start, text: body };
  const handed = parametersAround(text, open);
  const pieces = [own, ...localsOf(own, { text, around })];
  return { pieces, isOpen: pieces.some((piece) => doesUse(piece.text, handed)) };
}

function chunkAround(text: string, at: number): Span {
  const starts = topLevelStarts(text);
  const next = starts.findIndex((start) => start > at);
  const start = starts.at(next < 0 ? -1 : next - 1) ?? 0;
  return { start: next === 0 ? 0 : start, end: next < 0 ? text.length : (starts[next] ?? 0) };
}

type Call = { readonly open: readonly number[]; readonly method: string | undefined };

function spanOf(text: string, { open, method }: Call): Span | undefined {
  const inner = open.at(-1);
  if (inner === undefined) return undefined;
  if (text[inner] === '(') {
    const parts = partsWithin(text, inner);
    const [, second] = parts;
    return second
      ? insideFrom(text, { open: inner, start: second.offset })
      : chainAt(text, inner, method);
  }
  return text[inner] === '{' ? objectSpan(text, open) : undefined;
}

function insideFrom(
  text: string,
  { open, start }: { readonly open: number; readonly start: number },
): Span | undefined {
  const end = closingBracket(text, open);
  return end === undefined ? undefined : { start, end };
}

/** `.route('/x').get(…).post(…)`: the call of the method, or the whole chain. */
function chainAt(text: string, open: number, method: string | undefined): Span | undefined {
  const start = closingBracket(text, open);
  let end = start;
  while (end !== undefined) {
    const [whole, name] = /^\)\s*\.\s*(\w+)\s*\(/.exec(text.slice(end, end + 200)) ?? [];
    if (whole === undefined || start === undefined) break;
    const next = closingBracket(text, end + whole.length - 1);
    if (name?.toUpperCase() === method && next !== undefined)
      return { start: end + whole.length, end: next };
    end = next;
  }
  return start === undefined || end === undefined || end === start || method !== undefined
    ? undefined
    : { start: start + 1, end };
}

/** An object that names its handler, or a description that is handed over together with one. */
function objectSpan(text: string, open: readonly number[]): Span | undefined {
  const inner = open.at(-1) ?? 0;
  const whole = insideFrom(text, { open: inner, start: inner + 1 });
  if (whole && /\bhandler\b/.test(text.slice(whole.start, whole.end))) return whole;
  const call = open.at(-2);
  if (call === undefined || !/\bcreateRoute\s*$/.test(text.slice(Math.max(0, call - 40), call)))
    return undefined;
  const outer = open.at(-3);
  if (outer !== undefined && /\.openapi\s*$/.test(text.slice(Math.max(0, outer - 40), outer))) {
    return secondOf(text, outer);
  }
  const name = /\b(?:const|let|var)\s+(\w+)\s*=\s*createRoute\s*$/.exec(
    text.slice(Math.max(0, call - 120), call),
  )?.[1];
  const use = name === undefined ? null : new RegExp(`\\.openapi\\(\\s*${name}\\s*,`).exec(text);
  return use ? secondOf(text, text.indexOf('(', use.index)) : undefined;
}

function secondOf(text: string, open: number): Span | undefined {
  const [, second] = partsWithin(text, open);
  return second && insideFrom(text, { open, start: second.offset });
}
