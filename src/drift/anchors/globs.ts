import picomatch from 'picomatch';
import type { Repository } from '#drift/repository/repository.ts';

/** Whether a path is a pattern: `*`, `{a,b}`, `<name>`, or a bracketed class. */
export function isPattern(path: string): boolean {
  return /[*{}<>]|\[[^\]]+\]/.test(path);
}

/** The first tracked path that a pattern matches, taken from the root or by its ending. */
export function findMatch(pattern: string, { files }: Repository): string | undefined {
  const wanted = pattern.replace(/^(?:\.{0,2}\/)+/, '').replace(/<[^<>/]*>|\{[^{},/]*\}/g, '*');
  if (wanted.length > 200 || (wanted.match(/\*/g)?.length ?? 0) > 8) return undefined;
  const literal = wanted.replace(/[[\]()]/g, (bracket) => `\\${bracket}`);
  const forms = [literal, `**/${literal}`];
  const options = { dot: true, nobracket: true, noextglob: true } as const;
  const isMatch = picomatch(forms, options);
  const isFolderMatch = picomatch(
    forms.map((form) => `${form.replace(/\/$/, '')}/**`),
    options,
  );
  return (
    files.paths.find((path) => isMatch(path)) ?? files.paths.find((path) => isFolderMatch(path))
  );
}

/** The folder before the first part of a pattern that stands for others. */
export function fixedFolder(pattern: string): string {
  const segments = pattern.replace(/^(?:\.{0,2}\/)+/, '').split('/');
  const first = segments.findIndex((segment) => isPattern(segment));
  return segments.slice(0, Math.max(0, first)).join('/');
}
