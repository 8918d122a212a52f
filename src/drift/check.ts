import type { Anchor, Kind } from '#drift/anchors/anchor.ts';
import { anchors } from '#drift/anchors/index.ts';
import type { MentionForm } from '#drift/claims/mention.ts';
import type { Page } from '#drift/claims/page.ts';
import { withDeclaredClaims } from '#drift/declared/declared-claims.ts';
import { doubtMany } from '#drift/doubt.ts';
import { examineAll } from '#drift/examine.ts';
import { claimOf, lineAt } from '#drift/judge/claim.ts';
import { type Candidate, judge } from '#drift/judge/judge.ts';
import { wordingOf } from '#drift/judge/language.ts';
import { type HeldBack, heldBackOf } from '#drift/judge/status.ts';
import { pagesOf } from '#drift/pages.ts';
import { contentsPart, type ReadPage, readPage } from '#drift/repository/contents.ts';
import type { WordLoss } from '#drift/repository/history.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { JudgedClaim } from '#drift/verdict.ts';

/** What the caller may narrow or know better; every field has a default. */
export type DriftOptions = {
  /** Pages to check; all Markdown that is not test data or a dependency when left out. */
  readonly pages?: readonly string[];
  /** Only these kinds of claim. */
  readonly kinds?: readonly Kind[];
  /** The status that a configuration gives a page: `active`, `draft`, `plan`, `record`, `archived`. */
  readonly statusOf?: (page: string) => string | undefined;
  /** Pages that somebody else has parsed, such as an editor: read instead of the files. */
  readonly parsed?: readonly Page[];
  /** Anchors beside the registered ones, such as those that need to know the day. */
  readonly anchors?: readonly Anchor[];
  /** Told before each page is read. */
  readonly onPage?: (done: number, total: number) => void;
};

/** The verdicts of a run with its denominator. */
export type Report = {
  /** The commit that was read, in full. */
  readonly revision: string;
  readonly date: string;
  readonly claims: readonly JudgedClaim[];
  readonly pages: readonly { readonly path: string; readonly heldBack?: string }[];
  /** What the reader must know of the run as a whole, such as a shallow clone. */
  readonly notes: readonly string[];
};

/** Checks the pages of a repository: read, extract, resolve, judge. Nothing is evaluated. */
export function findDrift(repository: Repository, options: DriftOptions = {}): Report {
  const paths = options.pages ?? pagesOf(repository);
  const wanted = byForm(wantedAnchors(options));
  const readings: PageResult[] = [];
  const found: Found[] = [];
  for (const [at, path] of paths.entries()) {
    options.onPage?.(at, paths.length);
    const reading = readOne(path, repository, options);
    if (!reading) continue;
    readings.push(resultOf(reading));
    const own = candidatesOf(reading, wanted, repository).map((candidate) =>
      judgeByTree(candidate, repository),
    );
    if (own.some((each) => 'open' in each)) repository.history.expectQuestions(path);
    found.push(...own);
  }
  const { claims, notes } = doubtMany(judgeByHistory(found, repository), repository);
  return {
    revision: repository.revision,
    date: repository.date,
    claims,
    pages: readings.map(({ path, heldBack }) => ({ path, ...(heldBack && { heldBack }) })),
    notes: [...notesOf(repository, readings), ...notes],
  };
}

type Reading = { readonly page: ReadPage; readonly heldBack?: HeldBack };

/** What is kept of a page after its turn: its mentions are not. */
type PageResult = { readonly path: string; readonly problem?: string; readonly heldBack?: string };

function resultOf({ page: { path, problem }, heldBack }: Reading): PageResult {
  return {
    path,
    ...(problem !== undefined && { problem }),
    ...(heldBack && { heldBack: heldBack.reason }),
  };
}

function readOne(
  path: string,
  repository: Repository,
  { statusOf, parsed }: DriftOptions,
): Reading | undefined {
  const given = parsed?.find((page) => page.path === path);
  const page = given ? readPage(given) : repository.part(contentsPart).take(path);
  if (!page) return undefined;
  const heldBack = heldBackOf(page, statusOf?.(path));
  return { page, ...(heldBack && { heldBack }) };
}

function wantedAnchors({ kinds, anchors: further = [] }: DriftOptions): readonly Anchor[] {
  return [...anchors, ...further]
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(withDeclaredClaims);
}

/** Most anchors read few forms, and most mentions are of one: asked by form, few are asked. */
function byForm(wanted: readonly Anchor[]): ReadonlyMap<MentionForm, readonly Anchor[]> {
  const forms = new Set(wanted.flatMap((anchor) => anchor.forms));
  return new Map(
    [...forms].map((form) => [form, wanted.filter((anchor) => anchor.forms.includes(form))]),
  );
}

function candidatesOf(
  { page, heldBack }: Reading,
  wanted: ReadonlyMap<MentionForm, readonly Anchor[]>,
  repository: Repository,
): readonly Candidate[] {
  const wording = wordingOf(page);
  return page.mentions.flatMap((mention) =>
    examineAll(mention, wanted.get(mention.form) ?? [], repository).map((found) => ({
      ...found,
      mention,
      wording,
      ...(heldBack && { heldBack }),
    })),
  );
}

/** A claim that the tree decides, or one that waits for the history. */
type Found = { readonly claim: JudgedClaim } | { readonly open: Candidate };

function judgeByTree(candidate: Candidate, repository: Repository): Found {
  const { heldBack, examined } = candidate;
  if (!heldBack && examined.resolution.status === 'missing') return { open: candidate };
  return { claim: claimOf(candidate, judge(candidate, repository)) };
}

/** What is missing is followed into the history, all of it in one pass. */
function judgeByHistory(found: readonly Found[], repository: Repository): readonly JudgedClaim[] {
  const open = found.flatMap((each) => ('open' in each ? [each.open] : []));
  const losses = findLosses(open, repository);
  return found.map((each) =>
    'claim' in each
      ? each.claim
      : claimOf(each.open, judge(each.open, repository, losses.get(each.open))),
  );
}

function findLosses(
  open: readonly Candidate[],
  { history }: Repository,
): ReadonlyMap<Candidate, WordLoss | undefined> {
  const asked = open.flatMap((candidate) => {
    const { mention, examined } = candidate;
    const { resolution, start } = examined;
    if (resolution.status !== 'missing' || resolution.word === undefined) return [];
    const { word, keyIn, code } = resolution;
    const isIdentifier = code.startsWith('symbol');
    const line = lineAt(mention, start);
    const where = { page: mention.page, line, ...(keyIn && { keyIn }) };
    return [{ candidate, ...where, word, isIdentifier }];
  });
  const answers = asked.length === 0 ? [] : history.wordsLost(asked);
  return new Map(asked.map(({ candidate }, at) => [candidate, answers[at]]));
}

function notesOf({ history }: Repository, pages: readonly PageResult[]): readonly string[] {
  const problems = pages.flatMap(({ path, problem }) =>
    problem === undefined ? [] : [`${path}: ${problem}`],
  );
  if (history.isComplete) return problems;
  return [
    'The clone is shallow: what was removed before its first commit cannot be told.',
    ...problems,
  ];
}
