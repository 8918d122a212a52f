import type { Mention } from '#drift/claims/mention.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { sectionBefore } from './reader.ts';

const ADDRESS = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?(?=[/#)\]\s"'`>]|$)/g;

/**
 * Whether a command may run in another repository: the section above has the reader clone one, or
 * the paragraph that leads to its block links to one.
 */
export function mayRunElsewhere(mention: Mention, repository: Repository): boolean {
  const own = repository.part(ownName)?.toLowerCase();
  if (own === undefined) return false;
  const above = sectionBefore(mention, repository).split('\n');
  const cloned = above.filter((line) => /\b(?:clone|fork)\b/i.test(line));
  if (namesOther(cloned, own)) return true;
  return mention.form === 'fence' && namesOther([leadOf(above.slice(0, -1))], own);
}

// The last line of prose above a block.
function leadOf(lines: readonly string[]): string {
  return lines.findLast((line) => /\w/.test(line) && !/^\s*(?:```|~~~)/.test(line)) ?? '';
}

function namesOther(lines: readonly string[], own: string): boolean {
  const names = lines.flatMap((line) =>
    [...line.matchAll(ADDRESS)].map(([, name = '']) => name.toLowerCase()),
  );
  // A fork and a repository that has moved keep its name.
  const isOwn = (name: string) => name.split('/')[1] === own.split('/')[1];
  return names.length > 0 && !names.some(isOwn);
}
