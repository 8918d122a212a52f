/** Lines that a commit took from a file and put in their place. */
export type Hunk = {
  readonly oldLines: number;
  /** 1-based first new line; the line before the gap where nothing was put. */
  readonly newStart: number;
  readonly newLines: number;
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
      const hunk = hunkOf(lineAt(log, at));
      hunks.push(hunk);
      at = afterLines(log, { at, lines: hunk.oldLines + hunk.newLines });
    }
  }
  return patches;
}

function hunkOf(header: string): Hunk {
  const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
  return {
    oldLines: Number(match?.[1] ?? 1),
    newStart: Number(match?.[2] ?? 0),
    newLines: Number(match?.[3] ?? 1),
  };
}

/** Content is stepped over by its count: a line of a page may look like a header. */
function afterLines(log: string, { at, lines }: { at: number; lines: number }): number {
  let end = at;
  for (let left = lines; left > 0; left -= 1) {
    end = lineAfter(log, end);
    // "\ No newline at end of file" is no content.
    while (log[end] === '\\') end = lineAfter(log, end);
  }
  return end;
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
