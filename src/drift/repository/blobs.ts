import type { Git } from './git.ts';

/**
 * Reads many blobs by one `git cat-file --batch`. A name is that of an object, or `commit:path`
 * without a line break; what is no blob, or not there, is left out.
 */
export function* readBlobs(git: Git, names: readonly string[]): Generator<[string, Buffer]> {
  if (names.length === 0) return;
  const { output } = git(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  let at = 0;
  for (const name of names) {
    const lineEnd = output.indexOf(10, at);
    const header = output.subarray(at, lineEnd).toString('utf8');
    const [, type, size] = /^\w+ (\w+) (\d+)$/.exec(header) ?? [];
    at = lineEnd + 1;
    if (size === undefined) continue;
    const end = at + Number(size);
    if (type === 'blob') yield [name, output.subarray(at, end)];
    at = end + 1;
  }
}
