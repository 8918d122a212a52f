import type { Target } from './anchor.ts';
import { isRuntimeEnv } from './env-names.ts';

/** An identifier on a page: the names whose words the sources should hold. */
export type SymbolName = Target & {
  readonly words: readonly string[];
  /** What the last of them is a slip of the pen for. */
  readonly meant?: string;
};

const CHAIN = /^[A-Za-z_$][\w$]*(?:(?:\.|::|\?\.|#)[A-Za-z_$][\w$]*){0,6}/;
const PREFIX = /^(?:(?:new|await|async|function|def|class|interface|type|const|export) +)?[<@]?/;
const HUMPED =
  /^[$_]*(?:[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*|[A-Z]+[a-z0-9]+[A-Z][A-Za-z0-9]*|[A-Z]{2,}[a-z][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)$/;
const PLACEHOLDER =
  /^(?:my|your|our|foo|bar|baz|qux|example|sample|dummy|some|acme|hello|test)(?:[A-Z_0-9]|$)|^(?:MY|YOUR|FOO|EXAMPLE)_|X{3,}|_{3,}|^[A-Z]_|\d{4,}/i;
const ENVIRONMENT = /^(?:process\.env|import\.meta\.env|Deno\.env|os\.environ|ENV)\b/;

/** How the text goes on after the identifier, where it is one: a call, a type, a value. */
const REST =
  /^(?:<[\w\s,.[\]|]{0,60}>)?(?:\(.*\);?|\[\]|[?!]?|\s*\/?>|\s[^<>]*\/?>|\s*[:=]\s*\S.*)$/s;

/** Reads a code span as one identifier: `createFlow()`, `maxEntries`, `Foo.bar()`, `FST_ERR_X`. */
export function symbolIn(span: string): SymbolName | undefined {
  const text = span.trim();
  if (text.length > 160 || ENVIRONMENT.test(text)) return undefined;
  const prefix = PREFIX.exec(text)?.[0] ?? '';
  const chain = CHAIN.exec(text.slice(prefix.length))?.[0];
  if (chain === undefined || (prefix.endsWith('<') && /^[a-z]/.test(chain))) return undefined;
  const rest = text.slice(prefix.length + chain.length);
  if (!REST.test(rest) || (rest.includes('>') && !prefix.endsWith('<') && rest.startsWith(' '))) {
    return undefined;
  }
  const words = wordsOf(chain, rest);
  if (words.length === 0) return undefined;
  return { text: chain, start: span.indexOf(chain), words };
}

/** Whether a name looks like an identifier by itself: two humps or an underscore. */
export function isIdentifier(word: string): boolean {
  return (
    HUMPED.test(word) &&
    word.length >= 5 &&
    !PLACEHOLDER.test(word) &&
    !isRuntimeEnv(word) &&
    !isOfLanguage(word)
  );
}

// `encodeURIComponent`, `hasOwnProperty`: every JavaScript program has it, whatever its sources say.
function isOfLanguage(word: string): boolean {
  return Object.hasOwn(globalThis, word) || ofPrototypes.has(word);
}

const ofPrototypes: ReadonlySet<string> = new Set(
  [Array, Date, Function, Map, Number, Object, Promise, RegExp, Set, String].flatMap((type) => [
    ...Object.getOwnPropertyNames(type),
    ...Object.getOwnPropertyNames(type.prototype),
  ]),
);

/** Whether a chain is what one of Node's own modules exports: `fs.readFile`. */
export function isOfNode(chain: string): boolean {
  const [first = '', name = ''] = chain.split('.');
  const module = process.getBuiltinModule(first.toLowerCase());
  return module !== undefined && name in module;
}

// Before the dot, only a type is a name of the sources; `reply` or `myClient` is the reader's own.
function isType(segment: string): boolean {
  return /^[A-Z]/.test(segment) && isIdentifier(segment);
}

function wordsOf(chain: string, rest: string): readonly string[] {
  const segments = chain.split(/\.|::|\?\.|#/);
  if (segments.some((segment) => PLACEHOLDER.test(segment))) return [];
  const last = segments.at(-1) ?? '';
  const isCall = rest.startsWith('(') && last.length >= 3;
  // A value after the name makes options of any spelling look like `key: value`: humps decide.
  if (!isCall && !isIdentifier(last)) return [];
  return segments.filter((segment) => segment === last || isType(segment));
}
