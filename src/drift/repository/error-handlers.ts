import { definePart } from './repository.ts';
import { isCodePath, sourceRank } from './sources.ts';

const HANDLES =
  /\bsetErrorHandler\s*\(|\.onError\s*\(|\berrorHandler\b|\berrorMiddleware\b|\(\s*(?:err|error)\b[^()]{0,60},[^()]{0,120},\s*_?next\b|\bapp\.on\(\s*['"]error['"]|\bcatch\b[\s\S]{0,200}\bctx\.status\s*=/;

/** The code files that turn what others throw into answers. */
export const errorHandlersPart = definePart('error-handlers', ({ files, read }) =>
  files.paths.flatMap((file) => {
    if (!isCodePath(file) || sourceRank(file) > 1 || !/\.[cm]?[jt]s$/.test(file)) return [];
    const text = read(file) ?? '';
    return HANDLES.test(text) ? [{ file, text }] : [];
  }),
);
