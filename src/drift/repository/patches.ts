/** Lines that a commit took from a file and put in their place. */
export type Hunk = {
  /** 1-based first old line. */
  readonly oldStart: number;
  readonly oldLines: number;
  /** What stood on the old lines. */
  readonly removed: readonly string[];
  /** 1-based first new line; the line before the gap where nothing was put. */
  readonly newStart: number;
  readonly newLines: number;
  /** What stands on the new lines, where they took the place of others. */
  readonly added: readonly string[];
};

/** What one commit did to one file. */
export type FilePatch = {
  readonly commit: string;
  /** Author date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly path: string;
  /** Its name before; undefined where the commit made the file. */
  readonly earlierPath: string | undefined;
  readonly hunks: readonly Hunk[];
};

/** The format of commit headers that `parsePatches` expects. */
export const patchFormat = '--format=commit %H %as';

/** Reads the output of `git log -p -U0` without file prefixes, newest commit first. */
export function parsePatches(log: string): readonly FilePatch[] {
  const patches: FilePatch[] = [];
  let commit = { commit: '', date: '' };
  let earlierPath: string | undefined;
  let hunks: Hunk[] = [];
  for (let at = 0; at < log.length; at = lineAfter(log, at)) {
    if (log.startsWith('commit ', at)) {
      const [, hash = '', date = ''] = lineAt(log, at).split(' ');
      commit = { commit: hash, date };
    } else if (log.startsWith('rename from ', at)) {
      earlierPath = lineAt(log, at).slice(12);
    } else if (log.startsWith('rename to ', at)) {
      hunks = [];
      patches.push({ ...commit, path: lineAt(log, at).slice(10), earlierPath, hunks });
    } else if (log.startsWith('--- ', at)) {
      earlierPath = nameAt(log, at);
    } else if (log.startsWith('+++ ', at)) {
      const path = nameAt(log, at);
      if (path === patches.at(-1)?.path && commit.commit === patches.at(-1)?.commit) continue;
      hunks = [];
      if (path !== undefined) patches.push({ ...commit, path, earlierPath, hunks });
    } else if (log.startsWith('@@ ', at)) {
      const range = rangeOf(lineAt(log, at));
      const content = linesFrom(log, { at, lines: range.oldLines + range.newLines });
      const isEdit = range.oldLines > 0 && range.newLines > 0;
      hunks.push({ ...range, removed: content.removed, added: isEdit ? content.added : [] });
      at = content.end;
    }
  }
  return patches;
}

function rangeOf(header: string): Omit<Hunk, 'removed' | 'added'> {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
  return {
    oldStart: Number(match?.[1] ?? 0),
    oldLines: Number(match?.[2] ?? 1),
    newStart: Number(match?.[3] ?? 0),
    newLines: Number(match?.[4] ?? 1),
  };
}

/** Content is read by its count: a line of a page may look like a header. */
function linesFrom(
  log: string,
  { at, lines }: { at: number; lines: number },
): { readonly removed: string[]; readonly added: string[]; readonly end: number } {
  const removed: string[] = [];
  const added: string[] = [];
  let end = at;
  for (let left = lines; left > 0; left -= 1) {
    end = lineAfter(log, end);
    // "\ No newline at end of file" is no content.
    while (log[end] === '\\') end = lineAfter(log, end);
    (log[end] === '-' ? removed : added).push(lineAt(log, end).slice(1));
  }
  return { removed, added, end };
}

function nameAt(log: string, at: number): string | undefined {
  const name = lineAt(log, at).slice(4).replace(/\t$/, '');
  return name === '/dev/null' ? undefined : name;
}

function lineAt(log: string, at: number): string {
  return log.slice(at, lineAfter(log, at)).replace(/\n$/, '');
}

function lineAfter(log: string, at: number): number {
  const end = log.indexOf('\n', at);
  return end < 0 ? log.length : end + 1;
}
