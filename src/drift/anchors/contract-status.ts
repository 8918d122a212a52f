import type { CodePiece } from '#drift/repository/reach.ts';
import { STATUS_CODE } from './status-code.ts';

/** A status that code may answer, and where it stands. */
export type StatusPlace = { readonly code: string; readonly file: string; readonly offset: number };

const LITERAL = new RegExp(`(?<![\\w.$-])(${STATUS_CODE})(?![\\w.])`, 'g');
const CONTEXT =
  /status|code|json\s*\(|respon|reply|redirect|fail|error|refuse|throw|send|problem|http|answer|text\s*\(|body\s*\(/i;
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
  [
    /\bnew Response\(|(?<!\.)\bjson\s*\(|(?<!\.(?:status|code)\([^()]{0,80}\)\s{0,20})\.(?:json|send|end|render|html|text)\(/,
    ['200'],
  ],
  [/^(?![\s\S]*\b(?:ctx|context)\.status\b)[\s\S]*?(?=\b(?:ctx|context)\.body\s*=)/, ['200']],
  [/\bnotFound\(\)/, ['404']],
  [/\bredirect\(/, ['302', '303', '307', '308']],
  [/\bunauthorized\(\)/, ['401']],
  [/\bforbidden\(\)/, ['403']],
];
/** `new BadGatewayError()`, `Boom.serviceUnavailable()`. */
const CAMEL = Object.entries(NAMES)
  .filter(([name]) => name.includes('_'))
  .map(([name, code]): readonly [RegExp, string] => [
    new RegExp(`\\b\\w*${name.replaceAll('_', '')}\\w*\\s*\\(`, 'i'),
    code,
  ]);

/** The statuses that code names: numbers near a word of answering, constants, calls. */
export function statusesIn(pieces: readonly CodePiece[]): readonly StatusPlace[] {
  return pieces.flatMap(({ file, offset, text }) =>
    [...literalsIn(text), ...namedIn(text), ...calledIn(text)].map(({ code, at }) => ({
      code,
      file,
      offset: offset + at,
    })),
  );
}

type Inside = { readonly code: string; readonly at: number };

function literalsIn(text: string): readonly Inside[] {
  return [...text.matchAll(LITERAL)].flatMap(({ 1: code = '', index }) => {
    const lineStart = text.lastIndexOf('\n', index) + 1;
    const before = text.slice(Math.max(lineStart - 160, 0, index - 240), index + 40);
    return CONTEXT.test(before) ? [{ code, at: index }] : [];
  });
}

function namedIn(text: string): readonly Inside[] {
  return [...text.matchAll(/\.(?:HTTP_(?:\d+_)?)?([A-Z][A-Z_]+)\b/g)].flatMap((match) => {
    const code = NAMES[match[1] ?? ''];
    return code === undefined ? [] : [{ code, at: match.index + 1 }];
  });
}

function calledIn(text: string): readonly Inside[] {
  const calls = CALLS.flatMap(([pattern, codes]) => {
    const match = pattern.exec(text);
    return match ? codes.map((code) => ({ code, at: match.index })) : [];
  });
  const errors = CAMEL.flatMap(([pattern, code]) => {
    const match = pattern.exec(text);
    return match ? [{ code, at: match.index }] : [];
  });
  return [...calls, ...errors];
}
