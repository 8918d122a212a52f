import type { Git } from './git.ts';

/** The commit that wrote a line, and its day. */
export type Origin = { readonly commit: string; readonly date: string };

/** Finds who wrote a line of a page, following renames of the page. */
export type OriginOf = (page: string, line: number) => Origin | undefined;

/** Blames each page once, when first asked. */
export function createBlame(git: Git, revision: string): OriginOf {
  const blames = new Map<string, ReadonlyMap<number, Origin>>();
  return (page, line) => {
    const blame = blames.get(page) ?? blameOf(git, { page, revision });
    blames.set(page, blame);
    return blame.get(line);
  };
}

function blameOf(
  git: Git,
  { page, revision }: { page: string; revision: string },
): ReadonlyMap<number, Origin> {
  const answer = git(['blame', '--porcelain', '-w', revision, '--', page]);
  const origins = new Map<number, Origin>();
  const dates = new Map<string, string>();
  let commit = '';
  let line = 0;
  for (const text of answer.output.toString('utf8').split('\n')) {
    const header = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(text);
    if (header) {
      commit = header[1] ?? '';
      line = Number(header[2]);
    } else if (text.startsWith('author-time ')) dates.set(commit, dayOf(text.slice(12)));
    else if (text.startsWith('\t')) origins.set(line, { commit, date: dates.get(commit) ?? '' });
  }
  return origins;
}

function dayOf(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
