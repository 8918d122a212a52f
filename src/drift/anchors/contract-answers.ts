import { partsWithin } from '#drift/repository/brackets.ts';
import type { CodePiece } from '#drift/repository/reach.ts';

/** An answer in a piece of code: the brace of the object it gives, where that is written out. */
export type Answered = { readonly piece: CodePiece; readonly object: number | undefined };

type Given = Answered & { readonly helper?: string };

const ANSWER =
  /(?:\.\s*(?:json|send|end|jsonp)|\bJSON\.stringify|(?<![.\w]|\bfunction )json|\bnew (?:Next)?Response)\s*(?:<[^<>()]*>\s*)?\(/g;
const ASSIGNED = /\b(?:ctx|context)\.(?:response\.)?body\s*=\s*(?!=)/g;
const NO_FIELDS = /^(?:["'`\d]|null\b|undefined\b|JSON\.stringify\b|true$|false$)/;
const STATUS = /\b[1-5]\d\d\b|\bstatus\b/i;
const RETURNED = /(?:\breturn|=>)[ \t]+(?=\S)(?!\{?\s*$)|=>\s*\((?=\{)/gm;
const RETURNS_ANSWER =
  /^(?:\{\s*$|;|\}|undefined\b|null\b|void\b|next\b|(?:await\s+)?(?:res|reply|response|c|ctx|context|Response|NextResponse|json|JSON)\b|new (?:Next)?Response\b)/;

/** Every answer that the pieces give; the first piece is the handler, whose `return` answers too. */
export function answersIn(pieces: readonly CodePiece[]): readonly Answered[] {
  const given = pieces.flatMap((piece) => callsIn(piece, ANSWER));
  const helpers = [...new Set(given.flatMap(({ helper }) => helper ?? []))];
  const [handler] = pieces;
  return [
    ...given.filter(({ helper }) => helper === undefined),
    ...pieces.flatMap(assignedIn),
    ...(handler ? returnedBy(handler, helpers) : []),
    ...helpers.flatMap((name) => {
      const call = new RegExp(`(?<![.\\w]|\\bfunction )${name}\\s*\\(`, 'g');
      return pieces.flatMap((piece) => callsIn(piece, call));
    }),
  ];
}

function callsIn(piece: CodePiece, pattern: RegExp): readonly Given[] {
  return [...piece.text.matchAll(pattern)].flatMap((match) => {
    const parts = partsWithin(piece.text, match.index + match[0].length - 1);
    const candidates = match[0].startsWith('new') ? parts.slice(0, 1) : parts;
    const body = candidates.find(
      ({ text }) => !NO_FIELDS.test(text) && (text.startsWith('{') || !STATUS.test(text)),
    );
    return body ? [answerOf(piece, body)] : [];
  });
}

function assignedIn(piece: CodePiece): readonly Answered[] {
  return [...piece.text.matchAll(ASSIGNED)].map((match) =>
    answerAt(piece, match.index + match[0].length),
  );
}

function returnedBy(piece: CodePiece, helpers: readonly string[]): readonly Answered[] {
  return [...piece.text.matchAll(RETURNED)].flatMap((match) => {
    const at = match.index + match[0].length;
    const rest = piece.text.slice(at, at + 200);
    const isBlock = match[0].startsWith('=>') && !match[0].includes('(') && rest.startsWith('{');
    const isHelper = helpers.some((name) => rest.startsWith(name));
    return isBlock || isHelper || RETURNS_ANSWER.test(rest) || NO_FIELDS.test(rest)
      ? []
      : [answerAt(piece, at)];
  });
}

function answerAt(piece: CodePiece, at: number): Answered {
  const rest = piece.text.slice(at, at + 200);
  const name = /^(?:await\s+)?([\w$]+)\s*(?:[;,\n)}]|$)/.exec(rest)?.[1];
  return answerOf(piece, { text: rest.startsWith('{') ? '{' : (name ?? '?'), offset: at });
}

function answerOf(
  piece: CodePiece,
  { text, offset }: { readonly text: string; readonly offset: number },
): Given {
  if (text.startsWith('{')) return { piece, object: offset };
  if (!/^[\w$]+$/.test(text)) return { piece, object: undefined };
  const declared = new RegExp(
    `\\b(?:const|let|var)\\s+${text.replace('$', '\\$')}\\s*(?::[^=;]{0,200})?=\\s*(?=\\{)`,
  );
  const match = declared.exec(piece.text);
  if (match) return { piece, object: match.index + match[0].length };
  const helper = functionOf(piece.text);
  const isHanded = helper?.parameters.includes(text) === true;
  return { piece, object: undefined, ...(isHanded && { helper: helper.name }) };
}

/** The name and the parameters of a piece that is a function. */
function functionOf(
  text: string,
): { readonly name: string; readonly parameters: readonly string[] } | undefined {
  const match =
    /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\s+(\w+)\s*(?:<[^<>]*>)?\(([^()]*)|const\s+(\w+)\s*=\s*(?:async\s*)?\(([^()]*))/.exec(
      text,
    );
  const name = match?.[1] ?? match?.[3];
  const parameters = (match?.[2] ?? match?.[4] ?? '').match(/[A-Za-z_$][\w$]*/g) ?? [];
  return name === undefined ? undefined : { name, parameters };
}
