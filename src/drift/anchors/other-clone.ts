import type { Mention } from '#drift/claims/mention.ts';
import { ownName } from '#drift/repository/own-name.ts';
import { githubNamesIn } from '#drift/repository/remote-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { belowOwnName } from './folder.ts';
import { sectionBefore } from './reader.ts';

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
  if (cloned.length === 0 && entersUnknown(above.slice(0, -1), repository)) return true;
  if (mention.form === 'fence') return namesOther([leadOf(above.slice(0, -1))], own);
  if (namesOther([addressBehind(mention, own, repository)], own)) return true;
  return namesOther([linkBehind(mention, above.at(-1) ?? '')], own);
}

// "Run `make seed` in the [backend](https://github.com/acme/backend)."
function linkBehind({ text }: Mention, line: string): string {
  const after = line.slice(line.indexOf(text) + text.length);
  return (
    /^`?,?\s*(?:from|in|inside|of) (?:the |our |your )?\[[^\]]*\]\([^)]*\)/.exec(after)?.[0] ?? ''
  );
}

// "by running `make seed` in Backend", of which the page gives the address beside our own.
function addressBehind(
  { context, page }: Mention,
  own: string,
  { read }: Pick<Repository, 'read'>,
): string {
  const [, name] = /^`?,?\s*(?:from|in|inside) ([A-Z]\w+)\b/.exec(context.after) ?? [];
  if (name === undefined) return '';
  const address = `github.com/${own.split('/')[0]}/${name.toLowerCase()}`;
  return new RegExp(`${RegExp.escape(address)}(?![\\w.-])`, 'i').test(read(page) ?? '')
    ? address
    : '';
}

// `cd backend` further up, where nothing here is called so: from there on it is another clone.
function entersUnknown(lines: readonly string[], repository: Repository): boolean {
  const [, entered = ''] = lines.findLast((line) => entry.test(line))?.match(entry) ?? [];
  const folder = entered.replace(/\/$/, '');
  if (folder === '' || belowOwnName(folder, repository) !== undefined) return false;
  const { files, history } = repository;
  return files.withSuffix(folder).length === 0 && history.removedFoldersNamed(folder).length === 0;
}

const entry = /^\s*(?:\$ )?cd (?:\.\.?\/)?([a-z][\w-]*\/?)\s*$/;

// The last line of prose above a block.
function leadOf(lines: readonly string[]): string {
  return lines.findLast((line) => /\w/.test(line) && !/^\s*(?:```|~~~)/.test(line)) ?? '';
}

function namesOther(lines: readonly string[], own: string): boolean {
  const names = lines.flatMap((line) => githubNamesIn(line.toLowerCase()));
  // A fork and a repository that has moved keep its name.
  const isOwn = (name: string) => name.split('/')[1] === own.split('/')[1];
  return names.length > 0 && !names.some(isOwn);
}
