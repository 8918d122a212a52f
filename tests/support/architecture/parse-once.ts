import { parseSourceCode, type SourceCode } from '#scripts/gate/source-code.ts';

const parsed = new Map<string, SourceCode[]>();

/** Parses a file the first time a rule asks for it. */
export function parseOnce(path: string, text: string): SourceCode[] {
  const key = `${path}\0${text}`;
  const code = parsed.get(key) ?? parseSourceCode(path, text);
  parsed.set(key, code);
  return code;
}
