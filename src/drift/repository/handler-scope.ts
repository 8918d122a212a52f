import type { Span } from './handlers.ts';
import type { CodePiece } from './reach.ts';

const LOCAL =
  /^([ \t]+)(?:export\s+)?(?:async\s+)?(?:const|let|var|function|class)\s+(?:(\w+)|\{([^{}]*)\}|\[([^[\]]*)\])/gm;
/** What applications hang onto the objects that frameworks hand to a handler. */
const HUNG =
  /\bthis\.\w|\b(?:req|request)\.(?!(?:accepts\w*|base[uU]rl|body|cookies?|file|files|formData|get|headers?|host|hostname|id|ip|ips|is|json|log|method|originalUrl|params?|path|protocol|query|raw|secure|session|signal|signedCookies|text|url|user|valid|xhr)\b)\w+|\b(?:res|reply|response)\.(?:app|locals|server|context)\b|\bc\.(?:get\(|var\.|env\.)|\bctx\.(?:app|state|container|services?|db|env|var)\b/;

/** The declarations of the surrounding function that a piece of it uses, one through another. */
export function localsOf(
  own: CodePiece,
  { text, around }: { readonly text: string; readonly around: Span },
): readonly CodePiece[] {
  const isOutside = ({ offset }: CodePiece) =>
    offset < own.offset || offset >= own.offset + own.text.length;
  const declared = declarationsIn(text, { around, file: own.file }).filter(isOutside);
  const used: Declared[] = [];
  const queue = [own.text];
  for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
    const words = new Set(code.match(/[A-Za-z_$][\w$]*/g) ?? []);
    for (const local of declared) {
      if (used.includes(local) || !local.names.some((name) => words.has(name))) continue;
      used.push(local);
      queue.push(local.text);
    }
  }
  return used;
}

type Declared = CodePiece & { readonly names: readonly string[] };

function declarationsIn(
  text: string,
  { around, file }: { readonly around: Span; readonly file: string },
): readonly Declared[] {
  const chunk = text.slice(around.start, around.end);
  return [...chunk.matchAll(LOCAL)].map((match) => {
    const [, indent = '', name, object, list] = match;
    const names = name === undefined ? ((object ?? list ?? '').match(/\w+/g) ?? []) : [name];
    const body = statementAt(chunk, match.index, indent);
    return { file, offset: around.start + match.index + indent.length, text: body, names };
  });
}

/** From a line to the last one that is indented deeper, or closes what it opened. */
function statementAt(chunk: string, start: number, indent: string): string {
  const lines = chunk.slice(start).split('\n');
  const end = lines.findIndex((line, at) => {
    if (at === 0 || line.trim() === '') return false;
    const own = /^\s*/.exec(line)?.[0] ?? '';
    return own.length <= indent.length && !/^\s*[)\]}]/.test(line);
  });
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

/** The names of parameters of the functions around the innermost of some open brackets. */
export function parametersAround(text: string, open: readonly number[]): readonly string[] {
  return open.flatMap((bracket) => {
    if (text[bracket] !== '{') return [];
    const head = text.slice(Math.max(0, bracket - 400), bracket);
    const list = /(?:\(([^()]*)\)|\b(\w+))\s*(?::\s*[\w<>[\]|. ]+)?\s*(?:=>\s*)?$/.exec(head);
    return (list?.[1] ?? list?.[2] ?? '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  });
}

/** Whether code works with one of the names, or with what hangs on the framework's own objects. */
export function doesUse(code: string, names: readonly string[]): boolean {
  if (HUNG.test(code)) return true;
  const roots = new Set(
    [...code.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]*)\s*(?:\?\.|[.(])/g)].map(([, root]) => root),
  );
  return names.some((name) => roots.has(name));
}
