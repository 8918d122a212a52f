import { foldersAbove, joinPath } from './anchors/folder.ts';
import { parentOf } from './repository/files.ts';
import type { Repository } from './repository/repository.ts';
import { isForUsers, isHosted } from './repository/sites.ts';
import { isDrift, type JudgedClaim } from './verdict.ts';

/** Claims after doubt, and what the reader must know of those that were doubted. */
export type Doubted = {
  readonly claims: readonly JudgedClaim[];
  readonly notes: readonly string[];
};

/** A reason to doubt claims as a group, by how many of it fail. */
type Doubt = {
  /** Names the group of a claim; undefined where it belongs to none. */
  readonly groupOf: (claim: JudgedClaim) => string | undefined;
  /** What is counted: the same twice counts once. */
  readonly countedOf: (claim: JudgedClaim) => string;
  readonly isFailing: (claim: JudgedClaim) => boolean;
  /** Fewest that must fail, and their share of all. */
  readonly atLeast: { readonly failing: number; readonly share: number };
  readonly reason: string;
};

/**
 * Doubts what fails in numbers, because then the check is likelier wrong than all those pages: one
 * link that a program repeats, links of one form that lead nowhere without a commit to show for it,
 * where a site may have a rule that is not known here, links into a folder that never was, and pages
 * of a site that hardly name anything of this repository, because they speak of their readers'
 * projects. Such claims are unproven, and a note counts them.
 */
export function doubtMany(claims: readonly JudgedClaim[], repository: Repository): Doubted {
  const start: Doubted = { claims, notes: [] };
  return [linksToOne, linksAlike, intoNowhere(repository), readersProjects(repository)].reduce(
    apply,
    start,
  );
}

type Group = { readonly failing: Set<string>; readonly holding: Set<string> };

function apply({ claims, notes }: Doubted, doubt: Doubt): Doubted {
  const doubtful = new Map(
    [...groupsOf(claims, doubt)].filter(([, group]) => isDoubtful(group, doubt)),
  );
  if (doubtful.size === 0) return { claims, notes };
  const told = new Set<string>();
  const doubted = claims.map((claim) => {
    const name = doubt.groupOf(claim);
    const group = name === undefined ? undefined : doubtful.get(name);
    if (!name || !group || !isDrift(claim.verdict) || !doubt.isFailing(claim)) return claim;
    told.add(name);
    return unproven(claim, `${sizeOf(name, group)}: ${doubt.reason}`);
  });
  const further = [...doubtful]
    .filter(([name]) => told.has(name))
    .map(
      ([name, group]) =>
        `${sizeOf(name, group)}: ${doubt.reason}. They count as not proven; --all lists them.`,
    );
  return { claims: doubted, notes: [...notes, ...further] };
}

function groupsOf(
  claims: readonly JudgedClaim[],
  { groupOf, countedOf, isFailing }: Doubt,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const claim of claims) {
    const isMissed = isFailing(claim);
    const name = isMissed || claim.verdict === 'holds' ? groupOf(claim) : undefined;
    if (name === undefined) continue;
    const group = groups.get(name) ?? { failing: new Set(), holding: new Set() };
    groups.set(name, group);
    (isMissed ? group.failing : group.holding).add(countedOf(claim));
  }
  return groups;
}

function isDoubtful({ failing, holding }: Group, { atLeast }: Doubt): boolean {
  const share = failing.size / (failing.size + holding.size);
  return failing.size >= atLeast.failing && share >= atLeast.share;
}

// A heading of the page itself is another target on every page.
function targetOf({ page, text }: JudgedClaim): string {
  return text.startsWith('#') ? page + text : text;
}

function sizeOf(name: string, { failing, holding }: Group): string {
  return `${failing.size} of ${failing.size + holding.size} ${name}`;
}

function unproven(claim: JudgedClaim, reason: string): JudgedClaim {
  const { fix: _, suggestion: __, ...rest } = claim;
  const message = `Not proven: ${reason}.`;
  return { ...rest, verdict: 'unproven', code: 'unproven', message, evidence: [] };
}

/** A link that many pages repeat to where nothing ever was. */
const linksToOne: Doubt = {
  groupOf: (claim) =>
    isLink(claim) ? `pages with the link "${claim.text}" lead nowhere by it` : undefined,
  countedOf: ({ page }) => page,
  isFailing: isBare,
  atLeast: { failing: 10, share: 0.75 },
  reason: 'so many pages with one link are likelier written by a program',
};

/** Links of one form below one folder that lead nowhere; by which rules a host shows pages is known. */
const linksAlike: Doubt = {
  groupOf: (claim) => (isLink(claim) && !isHosted(claim.page) ? linkGroup(claim) : undefined),
  countedOf: targetOf,
  isFailing: isBare,
  atLeast: { failing: 5, share: 0.25 },
  reason: 'the site that shows them may find its pages by a rule that this check does not know',
};

/** Pages: code and pictures that a program writes are seldom linked to. */
const pageFile = /^(?!https?:|\/).*(?:\.(?:mdx?|html)|\/[\w-]+\/?)$/;

/** A site's links to pages below a folder that neither the tree nor its past has: a program may write it. */
function intoNowhere({ files, history }: Repository): Doubt {
  const isNowhere = (folder: string) =>
    !files.hasFolder(folder) && history.removalOf(folder) === undefined;
  return {
    groupOf: ({ kind, page, text }) => {
      if (kind !== 'link' || isHosted(page) || !pageFile.test(text)) return undefined;
      const folder = parentOf(joinPath(parentOf(page), text) ?? '');
      const [top] = foldersAbove(`${folder}/x`)
        .filter((each) => each !== '' && isNowhere(each))
        .slice(-1);
      return top && `pages that others link to below ${top}/ are not there`;
    },
    countedOf: targetOf,
    isFailing: isBare,
    atLeast: { failing: 3, share: 1 },
    reason: 'a folder of which there never was anything may be written by a program',
  };
}

function isLink({ kind }: JudgedClaim): boolean {
  return kind === 'link' || kind === 'fragment';
}

/** Whether nothing but the missing target speaks against a link: no removal, no correction. */
function isBare(claim: JudgedClaim): boolean {
  const { verdict, kind, evidence, fix } = claim;
  if (!isDrift(verdict) || !isLink(claim) || fix !== undefined) return false;
  // A heading is missed on a page, which is named; what a link misses is named by its removal.
  return kind === 'fragment'
    ? evidence.every(({ line, commit }) => line === undefined && commit === undefined)
    : evidence.length === 0;
}

// Links to files, to routes, from the page and from the root are each found in their own way.
function linkGroup({ kind, text, page }: JudgedClaim): string {
  const place = `below ${folderOf(page)}`;
  if (kind === 'fragment') return `headings that pages ${place} link to are not there`;
  if (/^https?:/.test(text)) return `addresses that pages ${place} link to are not there`;
  const target = text.slice(text.lastIndexOf('/') + 1).includes('.') ? 'files' : 'routes';
  return `${target} that pages ${place} link to ${text.startsWith('/') ? 'from the root' : 'from where they are'} are not there`;
}

function folderOf(page: string): string {
  return page.slice(0, page.indexOf('/') + 1);
}

/** Pages of a site of whose files, scripts and samples few are this repository's. */
function readersProjects(repository: Repository): Doubt {
  const isOfReaders = (page: string) => page.includes('/') && isForUsers(page, repository);
  return {
    groupOf: ({ kind, page }) =>
      /^(?:path|tree|snippet|command|script)$/.test(kind) && isOfReaders(page)
        ? `files, scripts and samples that pages below ${folderOf(page)} name are not here`
        : undefined,
    countedOf: targetOf,
    isFailing: ({ verdict }) => verdict === 'unproven' || isDrift(verdict),
    atLeast: { failing: 60, share: 0.8 },
    reason: "the pages seem to speak of their readers' projects",
  };
}
