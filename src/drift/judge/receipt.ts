import type { Missing } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import type { Removal, WordLoss } from '#drift/repository/history.ts';
import { lazy } from '#drift/repository/lazy.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite } from '#drift/repository/sites.ts';
import { isPipelinePath } from '#drift/repository/sources.ts';
import type { Proof } from '#drift/verdict.ts';
import type { Candidate } from './judge.ts';

/** What the history has to say against a claim. */
export type Receipt = {
  readonly evidence: readonly Proof[];
  readonly removal?: Removal;
  /**
   * The removal of the very path came after the line was written, or the line's own commit held
   * the word: no wording excuses that.
   */
  readonly isNewer: () => boolean;
  /** The same, and not on the very day: the line did not tell of it. */
  readonly isLater: () => boolean;
};

const always = { isNewer: () => true, isLater: () => true };
const never = { isNewer: () => false, isLater: () => false };

/**
 * The removal of what a claim names, or the source that held its word when the line was written.
 * For a guess, a removal counts only when it came after the line.
 */
export function receiptOf(
  { mention }: Candidate,
  resolution: Missing,
  { repository, loss }: { repository: Repository; loss?: WordLoss },
): Receipt | undefined {
  const { history } = repository;
  const places = [...resolution.places, ...sameNames(resolution, mention, repository)];
  for (const place of places) {
    const removal = history.removalOf(place);
    if (!removal) continue;
    const writtenOn = lazy(() => history.writtenOn(mention.page, mention.line));
    const isNewer = () => isAfter(removal, writtenOn());
    if (resolution.strength === 'guessed' && !isNewer()) continue;
    const isLater = () => isLaterThan(removal, writtenOn());
    const { movedTo: _, ...commit } = removal;
    return {
      evidence: [...stated(resolution), { file: place, ...commit }],
      removal,
      isNewer,
      isLater,
    };
  }
  const ending = receiptByEnding(mention, resolution, repository);
  if (ending) return ending;
  if (!loss || passesOn(loss.file, repository)) return undefined;
  if (/^(?:env|script)-/.test(resolution.code) && isReadersOwn(loss, mention)) return undefined;
  if (generated.test(loss.file)) return undefined;
  // A header declares names of the system that it is for.
  if (resolution.code === 'env-missing' && /\.h(?:pp)?$/.test(loss.file)) return undefined;
  if (/^(?:env|symbol)-/.test(resolution.code) && isSampleOf(loss.file, mention.page))
    return undefined;
  if (resolution.code.startsWith('symbol-') && isOfGoneLanguage(loss.file, repository))
    return undefined;
  if (resolution.code.startsWith('route-') && ofDocumentation.test(loss.file)) return undefined;
  const { file, line, commit, date } = loss;
  return { evidence: [...stated(resolution), { file, line, commit, date }], ...always };
}

/** Where most programs begin: of a package elsewhere, such a path says nothing. */
const anybodys =
  /^(?:app|client|lib|pages|public|server|src)\/(?:app|index|main|page|server)\.\w+$/i;

/**
 * The removal of the one path that ended so, since the line was written. What stands by its ending
 * alone may be the reader's where the sentence says so.
 */
function receiptByEnding(
  { page, line }: Mention,
  resolution: Missing,
  repository: Repository,
): Receipt | undefined {
  const path = resolution.target.replace(/^(?:\.{0,2}\/)+/, '');
  const isPath = /^(?:path|command)-missing$/.test(resolution.code) && path.includes('/');
  if (!isPath || isOnSite(page, repository)) return undefined;
  const { history } = repository;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const removed = [...history.removedNamed(name), ...history.removedFoldersNamed(name)];
  const [place, ...others] = removed.filter((each) => each.endsWith(`/${path}`));
  const removal = place === undefined || others.length > 0 ? undefined : history.removalOf(place);
  if (place === undefined || !removal || !isAfter(removal, history.writtenOn(page, line)))
    return undefined;
  if (anybodys.test(path) && !place.startsWith(`${parentOf(page)}/`)) return undefined;
  const { movedTo: _, ...commit } = removal;
  const evidence = [...stated(resolution), { file: place, ...commit }];
  return { evidence, removal, ...never };
}

// `from library import *`: the file still has the name, which the library declares. A file of
// deprecations names what its readers have.
function passesOn(file: string, { read }: Repository): boolean {
  return (
    /deprecat/.test(file) ||
    /^(?:from \S+ import \*|export \* from|pub use .*::\*;)/m.test(read(file) ?? '')
  );
}

// What a program writes loses names whenever its input changes.
const generated = /(?:^|[/_.-])generated[/_.-]|\.snap$/;

// With the last file of a language its code has moved elsewhere, where it may well go on.
function isOfGoneLanguage(file: string, { files }: Repository): boolean {
  const ending = /\.(?:cs|dart|go|java|kt|mm?|php|py|rb|rs|scala|swift)$/.exec(file)?.[0];
  return ending !== undefined && !files.paths.some((path) => path.endsWith(ending));
}

/** What arranges pages of a site, by addresses that are not those of the API they speak of. */
const ofDocumentation =
  /(?:^|\/)(?:\.(?:vitepress|vuepress)\/|(?:docusaurus|sidebars?|redirects?)\b)/;

// A page for users shows them a pipeline of their own, which this repository once had as well.
function isReadersOwn({ file }: WordLoss, { page }: Mention): boolean {
  return isPipelinePath(file) && !isProjectPage(page);
}

function stated({ evidence }: Missing): readonly Proof[] {
  return evidence ? [evidence] : [];
}

// A bare file name stands for the file of that name wherever it was, when the name is a long one
// of its own: half of all projects have had an `index.js`. Of those, one near the page is meant.
function sameNames(
  { target, code }: Missing,
  mention: Mention,
  repository: Repository,
): readonly string[] {
  if (code !== 'path-missing' || target.includes('/')) return [];
  const { files, history } = repository;
  const removed = history
    .removedNamed(target)
    .filter((path) => !files.hasFile(path) && !isSampleOf(path, mention.page));
  const [only, another] = removed;
  if (only !== undefined && another === undefined && isDistinct(target)) return [only];
  const writtenOn = lazy(() => history.writtenOn(mention.page, mention.line));
  const later = removed.filter((path) => {
    const removal = history.removalOf(path);
    return removal && isLaterThan(removal, writtenOn());
  });
  return later.length === 1 ? later.filter((path) => isNear(path, mention.page, repository)) : [];
}

// A sample may have had what any reader's project has.
function isSampleOf(path: string, page: string): boolean {
  const [, folder] =
    /^(.*?(?:^|\/)(?:demos?|examples?|fixtures?|playgrounds?|references|samples?|templates?))\//.exec(
      path,
    ) ?? [];
  return folder !== undefined && !page.startsWith(`${folder}/`);
}

/** How many other files of a folder a page must name, for a bare name to be one of them as well. */
const SIBLINGS = 2;

/** Whether a file lay below the page's folder, or among files that the page names. */
function isNear(path: string, page: string, { files, read }: Repository): boolean {
  const own = parentOf(page);
  if (own !== '' && path.startsWith(`${own}/`)) return true;
  const folder = parentOf(path);
  const text = read(page) ?? '';
  const siblings = files.paths.filter(
    (file) => parentOf(file) === folder && text.includes(`\`${file.slice(folder.length + 1)}\``),
  );
  return siblings.length >= SIBLINGS;
}

function isDistinct(name: string): boolean {
  const stem = name.replace(/\.\w+$/, '');
  return stem.length >= 10 && /[a-z][-_A-Z]/.test(stem) && !/\.config$|^\./.test(stem);
}

// What is not committed yet is newer than every line.
function isAfter({ date }: Removal, writtenOn: string | undefined): boolean {
  return date === undefined || (writtenOn !== undefined && date >= writtenOn);
}

// On the day of the line itself, the line may tell of it.
function isLaterThan(removal: Removal, writtenOn: string | undefined): boolean {
  return isAfter(removal, writtenOn) && removal.date !== writtenOn;
}
