import { errorHandlersPart } from '#drift/repository/error-handlers.ts';
import type { CodePiece } from '#drift/repository/reach.ts';
import type { Repository } from '#drift/repository/repository.ts';

type Handled = {
  readonly pieces: readonly CodePiece[];
  /** A router's call, around which middlewares stand, or the file of a framework. */
  readonly by: 'call' | 'file';
  readonly repository: Repository;
};

/** Why an endpoint may answer a status that its code does not name. */
export function doubtOfStatus(
  code: string,
  { pieces, by, repository }: Handled,
): string | undefined {
  if (pieces.some(({ text }) => text.includes(code))) return 'the code has the number elsewhere';
  if (isLeftToFramework(code, by)) return 'the framework or a middleware may answer it';
  if (isPassedOn(pieces)) return 'the handler passes on what it is given';
  return by === 'call' && isMadeOfError(code, { pieces, repository })
    ? 'an error may be answered with it'
    : undefined;
}

/** Whether something beside the handler may answer the status. */
function isLeftToFramework(code: string, by: Handled['by']): boolean {
  if (/^(?:401|403|404|405|413|429|500|30\d)$/.test(code)) return true;
  return by === 'call' && /^(?:200|400|406|408|415|422)$/.test(code);
}

const PASSED =
  /(?:status|code)\w*\s*[:=(,]\s*(?:await\s+)?\w+(?:\??\.\w+)*\??\.(?:status|statusCode|code)\b/i;
const ANSWERED = /\.(?:status|code|sendStatus|writeHead)\(\s*([A-Za-z_$][\w$]*)\s*[,)]/g;

/** Whether the handler passes on a status from elsewhere, or leaves it to who handles errors. */
function isPassedOn(pieces: readonly CodePiece[]): boolean {
  const code = pieces.map(({ text }) => text).join('\n');
  if (PASSED.test(code)) return true;
  return [...code.matchAll(ANSWERED)].some(([, name = '']) => !isWrittenOut(name, code));
}

/** Whether what the handler throws, or what it calls, may become an answer with the status. */
function isMadeOfError(code: string, { pieces, repository }: Omit<Handled, 'by'>): boolean {
  if (pieces.some(({ text }) => /\bthrow\b|\bnext\(\s*\w|\breject\(/.test(text))) return true;
  if (code < '400') return false;
  return repository
    .part(errorHandlersPart)
    .some(({ text }) => text.includes(code) || /\.(?:status|statusCode|code)\b/.test(text));
}

/** Whether a variable is set to numbers that stand there, or is a parameter of what is called. */
function isWrittenOut(name: string, code: string): boolean {
  const plain = name.replaceAll('$', '\\$');
  return (
    new RegExp(`\\b${plain}\\b\\s*(?::[^=;{}]{0,80})?=(?![=>])[^;{}]{0,120}\\b[1-5]\\d\\d\\b`).test(
      code,
    ) || new RegExp(`\\bfunction\\s+\\w+\\([^(){}]{0,200}\\b${plain}\\b\\s*[:,)?=]`).test(code)
  );
}
