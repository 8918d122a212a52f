import type { Report } from './check.ts';
import { messages } from './messages.ts';
import { pairClaims } from './pair-claims.ts';
import { isDrift, type JudgedClaim } from './verdict.ts';

/** What lies between two states of a repository. */
export type Change = {
  /** The earlier commit, as people name it. */
  readonly since: string;
  /** Paths that went away or have another content now, by their earlier names. */
  readonly changed: ReadonlySet<string>;
  /** Earlier names of files by the present ones. */
  readonly earlierNames: ReadonlyMap<string, string>;
  /** The present text of a file; undefined where it is gone. */
  readonly read: (path: string) => string | undefined;
};

/**
 * A report in which only what a change broke counts as drift: claims that do not hold now and did
 * before, or are new. A claim that nothing proves or refutes any more, after its evidence changed,
 * was broken by the change.
 */
export function brokenSince(now: Report, before: Report, change: Change): Report {
  const asleep = new Set(now.pages.flatMap(({ path, heldBack }) => (heldBack ? [path] : [])));
  const { pairs, vanished } = pairClaims(now.claims, before.claims, change.earlierNames);
  const claims = pairs.map(({ claim, earlier }) => {
    if (!earlier || asleep.has(claim.page)) return claim;
    if (isDrift(claim.verdict)) return isDrift(earlier.verdict) ? old(claim, change) : claim;
    return isStranded(claim, { earlier, change }) ? stranded(claim, { earlier, change }) : claim;
  });
  const read = new Set(now.pages.map(({ path }) => change.earlierNames.get(path) ?? path));
  const lost = vanished
    .filter(({ page }) => read.has(page))
    .flatMap((earlier) => lostClaim(earlier, change));
  const note = `Only what the changes since ${change.since} broke counts as drift.`;
  return { ...now, claims: [...claims, ...lost], notes: [...now.notes, note] };
}

function old(claim: JudgedClaim, { since }: Change): JudgedClaim {
  const { fix: _, ...rest } = claim;
  return {
    ...rest,
    verdict: 'held-back',
    message: `It did not hold at ${since} either. ${claim.message}`,
  };
}

type Comparison = { readonly earlier: JudgedClaim; readonly change: Change };

function isStranded({ verdict }: JudgedClaim, { earlier, change }: Comparison): boolean {
  const isOpen = verdict === 'unproven' || verdict === 'held-back';
  if (!isOpen || earlier.verdict !== 'holds') return false;
  return earlier.evidence.some(({ file }) => isChanged(file, change));
}

/** Whether a file changed, or any file of a folder. */
function isChanged(place: string, { changed }: Change): boolean {
  return changed.has(place) || [...changed].some((file) => file.startsWith(`${place}/`));
}

/**
 * A claim that held and that nothing recognises any more, although the page still has its text:
 * what proved it is gone.
 */
function lostClaim(earlier: JudgedClaim, change: Change): readonly JudgedClaim[] {
  const [proof] = earlier.evidence;
  if (earlier.verdict !== 'holds' || !proof || !isChanged(proof.file, change)) return [];
  const present = change.read(proof.file);
  if (present !== undefined && (proof.text === undefined || present.includes(proof.text)))
    return [];
  const page = laterName(earlier.page, change);
  const place = placeOf(earlier, change.read(page) ?? '');
  return place ? [stranded({ ...earlier, page, ...place }, { earlier, change })] : [];
}

function laterName(page: string, { earlierNames }: Change): string {
  return [...earlierNames].find(([, earlier]) => earlier === page)?.[0] ?? page;
}

/** The line that holds the claim's text: the nearest to where it stood. */
function placeOf(
  { line, text }: JudgedClaim,
  page: string,
): { readonly line: number; readonly column: number } | undefined {
  const places = page.split('\n').flatMap((content, at) => {
    const start = content.indexOf(text);
    return start < 0 ? [] : [{ line: at + 1, column: start + 1 }];
  });
  return places.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
}

function stranded(claim: JudgedClaim, { earlier, change }: Comparison): JudgedClaim {
  const [proof] = earlier.evidence;
  const where = proof && (proof.line === undefined ? proof.file : `${proof.file}:${proof.line}`);
  const facts = { target: claim.text, actual: change.since, ...(where !== undefined && { where }) };
  return {
    ...claim,
    verdict: 'drifted',
    code: 'broken-by-change',
    message: messages['broken-by-change'].text(facts),
    evidence: earlier.evidence,
  };
}
