import type { Mention } from '#drift/claims/mention.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { joinPath } from './folder.ts';
import { isOfOtherProject } from './strange-page.ts';

const ADDRESS = /https?:\/\/[^\s()<>"'`\]]{4,300}/g;
const CALLED = / (?:repo|repository|codebase)\b/g;
const NAMED = /(?<![\w./@-])([\w.-]{2,40}\/[\w.-]{2,60})`?$/;
const LONGEST_NAME = 110;

/** Whether the page links to a file of that name elsewhere, or speaks of another repository. */
export function mayBeElsewhere(path: string, { page }: Mention, repository: Repository): boolean {
  const text = repository.read(page) ?? '';
  const own = repository.part(ownName)?.toLowerCase();
  return (
    linksTo(path, { text, own }) ||
    namesOther(text, { own, repository }) ||
    isOfOtherProject(page, repository)
  );
}

type Page = { readonly text: string; readonly own: string | undefined };

function linksTo(path: string, { text, own }: Page): boolean {
  const name = `/${path.slice(path.lastIndexOf('/') + 1)}`;
  if (name.length < 6 || !text.includes(name)) return false;
  return [...text.matchAll(ADDRESS)].some(([address]) => {
    const end = address.replace(/[?#].*$/, '').replace(/[.,;:]+$/, '');
    return end.endsWith(name) && !(own !== undefined && end.toLowerCase().includes(`/${own}/`));
  });
}

// "in the `kubernetes/kubernetes` repository": a page about working there.
function namesOther(
  text: string,
  { own, repository }: { readonly own: string | undefined; readonly repository: Repository },
): boolean {
  return [...text.matchAll(CALLED)].some(({ index }) => {
    const name = NAMED.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[1];
    if (name === undefined) return false;
    const path = joinPath('', name) ?? '';
    return name.toLowerCase() !== own && !repository.files.hasFolder(path.split('/')[0] ?? '');
  });
}
