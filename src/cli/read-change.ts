import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Git, records } from '#drift/repository/git.ts';
import type { Change } from '#drift/since.ts';
import type { CheckedRepository } from './checked-repository.ts';

/** The commit at which two lines of history parted; the first one where they share none. */
export function startOfChange(git: Git, { from, to }: { from: string; to: string }): string {
  const answer = git(['merge-base', from, to]);
  return answer.isOk ? answer.output.toString('utf8').trim() : from;
}

/** Reads what changed between a commit and another one, or the working tree. */
export function readChange(
  { git, top }: CheckedRepository,
  { from, to }: { from: string; to: string | undefined },
): Change {
  const diff = ['diff', '--name-status', '-M', '-z', from, ...(to === undefined ? [] : [to]), '--'];
  const answer = git(diff);
  if (!answer.isOk) throw new Error(`git diff failed: ${answer.error}`);
  const changed = new Set<string>();
  const earlierNames = new Map<string, string>();
  const fields = records(answer.output)[Symbol.iterator]();
  for (const status of fields) {
    const earlier = fields.next().value ?? '';
    changed.add(earlier);
    if (status.startsWith('R')) earlierNames.set(fields.next().value ?? '', earlier);
  }
  return { since: from.slice(0, 10), changed, earlierNames, read: presentText({ git, top, to }) };
}

function presentText(where: {
  readonly git: Git;
  readonly top: string;
  readonly to: string | undefined;
}): (path: string) => string | undefined {
  const { git, top, to } = where;
  return (path) => {
    if (to !== undefined) {
      const blob = git(['cat-file', 'blob', `${to}:${path}`]);
      return blob.isOk ? blob.output.toString('utf8') : undefined;
    }
    try {
      return readFileSync(join(top, path), 'utf8');
    } catch {
      return undefined;
    }
  };
}
