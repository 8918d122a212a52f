import type { Begun } from './begin-git.ts';
import type { Git } from './git.ts';
import { type FilePatch, type Hunk, parsePatches, patchFormat } from './patches.ts';

/** The commit that wrote a line, and its day. */
export type Origin = { readonly commit: string; readonly date: string };

/** Finds who wrote a line of a page, following renames of the page. */
export type OriginOf = (page: string, line: number) => Origin | undefined;

/** Who wrote which line, for many pages from one pass of `git log`. */
export type LineOrigins = {
  readonly originOf: OriginOf;
  /** The commit that put a file where it is: made it, or moved it there. */
  readonly arrivalOf: (path: string) => Origin | undefined;
  /** Announces pages, so that they are read together and early; others are read when asked. */
  readonly expect: (pages: readonly string[]) => void;
};

/** Follows the main line of history only, so that line numbers stay comparable. */
const log = [
  ...['log', '-p', '-U0', '-w', '-M', '--first-parent', '--diff-merges=first-parent'],
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=', '--dst-prefix='],
  patchFormat,
];

/** So many pages are worth a pass of their own while others are still examined. */
const batch = 64;

type Source = {
  readonly revision: string;
  /** The names that a file had before, nearest first. */
  readonly earlierNames: (page: string) => readonly string[];
  /** A line counts as new only where its words are: in prose, marks alone say nothing else. */
  readonly isByWords?: boolean;
};

/** Reads the history when first asked. */
export function createLineOrigins(
  git: Git,
  { revision, earlierNames, isByWords = false }: Source,
): LineOrigins {
  const announced = new Set<string>();
  const waiting: string[] = [];
  const passes: Pass[] = [];
  const steps = new Map<string, readonly FilePatch[]>();
  const begin = () => {
    const pages = waiting.splice(0);
    if (pages.length === 0) return;
    const names = new Set(pages.flatMap((page) => [page, ...earlierNames(page)]));
    const paths = [...names].map((name) => `:(literal,top)${name}`);
    passes.push({ pages, patches: git.begin([...log, revision, '--', ...paths]) });
  };
  const expect = (pages: readonly string[]) => {
    const unknown = new Set(pages).difference(announced);
    for (const page of unknown) announced.add(page);
    waiting.push(...unknown);
    if (waiting.length >= batch && passes.every(({ patches }) => patches.isDone())) begin();
  };
  const stepsTo = (page: string) => {
    expect([page]);
    begin();
    for (const pass of passes.splice(0))
      for (const [path, own] of stepsIn(pass)) steps.set(path, own);
    return steps.get(page) ?? [];
  };
  return {
    expect,
    originOf: (page, line) => originIn(stepsTo(page), { line, isByWords }),
    arrivalOf: (path) => {
      const arrival = stepsTo(path).find(({ earlierPath }) => earlierPath !== path);
      return arrival && { commit: arrival.commit, date: arrival.date };
    },
  };
}

/** One `git log` over the pages announced so far. */
type Pass = { readonly pages: readonly string[]; readonly patches: Begun };

function stepsIn({ pages, patches }: Pass): readonly (readonly [string, readonly FilePatch[]])[] {
  const log = parsePatches(patches.answer().output.toString('utf8'));
  const byPath = Map.groupBy(log, ({ path }) => path);
  return pages.map((page) => [page, stepsOf(page, byPath)]);
}

/** The patches of a page, newest first, under each name that it had. */
function stepsOf(
  page: string,
  patches: ReadonlyMap<string, readonly FilePatch[]>,
): readonly FilePatch[] {
  const steps: FilePatch[] = [];
  const seen = new Set<string>();
  for (let name: string | undefined = page; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const own: readonly FilePatch[] = patches.get(name) ?? [];
    const begin = own.findIndex(({ earlierPath }) => earlierPath !== name);
    steps.push(...(begin < 0 ? own : own.slice(0, begin + 1)));
    name = begin < 0 ? undefined : own[begin]?.earlierPath;
  }
  return steps;
}

function originIn(
  steps: readonly FilePatch[],
  { line, isByWords }: { readonly line: number; readonly isByWords: boolean },
): Origin | undefined {
  let at = line;
  for (const { commit, date, hunks, earlierPath } of steps) {
    const hunk = hunks.find(({ newStart, newLines }) => at >= newStart && at < newStart + newLines);
    const before = hunk && isByWords ? lineBefore(hunk, at) : undefined;
    if ((hunk && before === undefined) || earlierPath === undefined) return { commit, date };
    at = before ?? at - grownBefore(hunks, at);
  }
  return undefined;
}

/** The old line with the words of a new one, which an edit of marks has put in its place. */
function lineBefore(hunk: Hunk, at: number): number | undefined {
  const now = hunk.added[at - hunk.newStart];
  const words = now === undefined ? '' : wordsOf(now);
  return words === '' ? undefined : oldLines(hunk).get(words);
}

const linesByWords = new WeakMap<Hunk, ReadonlyMap<string, number>>();

function oldLines(hunk: Hunk): ReadonlyMap<string, number> {
  const known = linesByWords.get(hunk);
  if (known) return known;
  const lines = new Map(
    hunk.removed.map((line, index) => [wordsOf(line), hunk.oldStart + index] as const),
  );
  linesByWords.set(hunk, lines);
  return lines;
}

function wordsOf(line: string): string {
  return (line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** How many lines the hunks above a line added on balance. */
function grownBefore(hunks: readonly Hunk[], line: number): number {
  let grown = 0;
  for (const { oldLines, newStart, newLines } of hunks) {
    const lastLine = newLines === 0 ? newStart : newStart + newLines - 1;
    if (lastLine < line) grown += newLines - oldLines;
  }
  return grown;
}
