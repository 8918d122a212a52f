import type { Missing } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { isLaterThan, isSince, type Removal, type WordLoss } from '#drift/repository/history.ts';
import { lazy } from '#drift/repository/lazy.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite } from '#drift/repository/sites.ts';
import type { Proof } from '#drift/verdict.ts';
import type { Candidate } from './judge.ts';
import { isProof } from './loss.ts';
import { isSampleOf, sameNames } from './same-names.ts';

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
  const { page, line } = mention;
  const isRoute = resolution.code.startsWith('route-');
  const places = [...resolution.places, ...sameNames(resolution, mention, repository)];
  for (const place of places) {
    const removal = history.removalOf(place);
    if (!removal || (isRoute && isSampleOf(place, page))) continue;
    const writtenOn = lazy(() => history.writtenOn(page, line));
    const isNewer = () => isSince(removal, writtenOn());
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
  if (!loss || !isProof(loss, { mention, resolution, repository })) return undefined;
  const { file, line: at, commit, date } = loss;
  return { evidence: [...stated(resolution), { file, line: at, commit, date }], ...always };
}

/** Where most programs begin: of a package elsewhere, such a path says nothing. */
const anybodys =
  /^(?:app|client|lib|pages|public|server|src)\/(?:app|index|main|page|server)\.\w+$/i;

/**
 * The removal of the one path that ended so when the line was written, and has gone since. What
 * stands by its ending alone may be the reader's where the sentence says so.
 */
function receiptByEnding(
  mention: Mention,
  resolution: Missing,
  repository: Repository,
): Receipt | undefined {
  const path = resolution.target.replace(/^(?:\.{0,2}\/)+/, '');
  const { page, line } = mention;
  const isPath = /^(?:path|command)-missing$/.test(resolution.code) && path.includes('/');
  if (!isPath || isOnSite(page, repository)) return undefined;
  const { history } = repository;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const removed = [...history.removedNamed(name), ...history.removedFoldersNamed(name)];
  const ended = removed
    .filter((each) => each.endsWith(`/${path}`))
    .flatMap((each) => ({ place: each, removal: history.removalOf(each) }));
  const writtenOn = lazy(() => history.writtenOn(page, line));
  const [last, ...others] = ended.filter(
    ({ removal, place }) =>
      removal !== undefined &&
      isSince(removal, writtenOn()) &&
      // What moved on to another of these places is the same file.
      !ended.some((other) => other.place === removal.movedTo && other.place !== place),
  );
  if (!last?.removal || others.length > 0) return undefined;
  const { place, removal } = last;
  if (anybodys.test(path) && !place.startsWith(`${parentOf(page)}/`)) return undefined;
  const { movedTo: _, ...commit } = removal;
  const evidence = [...stated(resolution), { file: place, ...commit }];
  return { evidence, removal, ...never };
}

function stated({ evidence }: Missing): readonly Proof[] {
  return evidence ? [evidence] : [];
}
