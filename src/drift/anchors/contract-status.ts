import type { CodePiece } from '#drift/repository/reach.ts';

/** A status that code may answer, and where it stands in the code. */
export type StatusPlace = { readonly code: string; readonly offset: number };

const LITERAL = /(?<![\w.$-])([1-5]\d\d)(?![\w.])/g;
const CONTEXT =
  /status|code|json\s*\(|respon|reply|redirect|fail|error|refuse|throw|send|problem|http|answer|text\s*\(/i;
const NAMES: Readonly<Record<string, string>> = {
  OK: '200',
  CREATED: '201',
  ACCEPTED: '202',
  NO_CONTENT: '204',
  NOT_MODIFIED: '304',
  BAD_REQUEST: '400',
  UNAUTHORIZED: '401',
  FORBIDDEN: '403',
  NOT_FOUND: '404',
  METHOD_NOT_ALLOWED: '405',
  CONFLICT: '409',
  GONE: '410',
  UNPROCESSABLE_ENTITY: '422',
  TOO_MANY_REQUESTS: '429',
  INTERNAL_SERVER_ERROR: '500',
  BAD_GATEWAY: '502',
  SERVICE_UNAVAILABLE: '503',
  GATEWAY_TIMEOUT: '504',
};
const CALLS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bnew Response\(|\bjson\s*\(|\.send\(|\bres\.end\(/, ['200']],
  [/\bnotFound\(\)/, ['404']],
  [/\bredirect\(/, ['302', '303', '307', '308']],
  [/\bunauthorized\(\)/, ['401']],
  [/\bforbidden\(\)/, ['403']],
];

/** The statuses that a piece of code names: numbers near a word of answering, constants, calls. */
export function statusesIn(text: string): readonly StatusPlace[] {
  const places: StatusPlace[] = [];
  for (const match of text.matchAll(LITERAL)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const before = text.slice(Math.max(lineStart - 160, 0, match.index - 240), match.index + 40);
    if (CONTEXT.test(before)) places.push({ code: match[1] ?? '', offset: match.index });
  }
  for (const match of text.matchAll(/\.(?:HTTP_(?:\d+_)?)?([A-Z][A-Z_]+)\b/g)) {
    const code = NAMES[match[1] ?? ''];
    if (code !== undefined) places.push({ code, offset: match.index + 1 });
  }
  for (const [pattern, codes] of CALLS) {
    const match = pattern.exec(text);
    if (match) for (const code of codes) places.push({ code, offset: match.index });
  }
  return places;
}

/** Whether something beside the handler may answer the status, or the handler passes one on. */
export function isLeftToFramework(code: string, pieces: readonly CodePiece[]): boolean {
  if (/^(?:401|403|404|405|500|30\d)$/.test(code)) return true;
  return pieces.some(({ text }) =>
    /(?:status|code)\w*\s*[:=(,]\s*(?:await\s+)?\w+(?:\.\w+)*\.(?:status|statusCode|code)\b/i.test(
      text,
    ),
  );
}
