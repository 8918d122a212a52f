import type { Anchor, Kind } from '#drift/anchors/anchor.ts';
import { anchors } from '#drift/anchors/index.ts';
import type { Mention } from '#drift/claims/mention.ts';
import type { Page } from '#drift/claims/page.ts';
import { withDeclaredClaims } from '#drift/declared/declared-claims.ts';
import { examineAll } from '#drift/examine.ts';
import { type Candidate, judge } from '#drift/judge/judge.ts';
import { wordingOf } from '#drift/judge/language.ts';
import { type HeldBack, heldBackOf } from '#drift/judge/status.ts';
import { pagesOf } from '#drift/pages.ts';
import { contentsOf, type ReadPage, readPage } from '#drift/repository/contents.ts';
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
  const readings = paths.flatMap((path) => readOne(path, repository, options));
  const candidates = readings.flatMap((reading, at) => {
    options.onPage?.(at, readings.length);
    return candidatesOf(reading, repository, options);
  });
  announce(candidates, repository);
  const losses = findLosses(candidates, repository);
  return {
    revision: repository.revision,
    date: repository.date,
    claims: candidates.map((candidate, at) =>
      toClaim(candidate, judge(candidate, repository, losses[at])),
    ),
    pages: readings.map(({ page, heldBack }) => ({
      path: page.path,
      ...(heldBack && { heldBack: heldBack.reason }),
    })),
    notes: notesOf(repository, readings),
  };
}

type Reading = { readonly page: ReadPage; readonly heldBack?: HeldBack };

function readOne(
  path: string,
  repository: Repository,
  { statusOf, parsed }: DriftOptions,
): readonly Reading[] {
  const given = parsed?.find((page) => page.path === path);
  const page = given ? readPage(given) : repository.part(contentsOf)(path);
  if (!page) return [];
  const heldBack = heldBackOf(page, statusOf?.(path));
  return [{ page, ...(heldBack && { heldBack }) }];
}

function candidatesOf(
  { page, heldBack }: Reading,
  repository: Repository,
  { kinds, anchors: further = [] }: DriftOptions,
): readonly Candidate[] {
  const wanted = [...anchors, ...further]
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(withDeclaredClaims);
  const wording = wordingOf(page);
  return page.mentions.flatMap((mention) =>
    examineAll(mention, wanted, repository).map((found) => ({
      ...found,
      mention,
      wording,
      ...(heldBack && { heldBack }),
    })),
  );
}

/** Only lines with a target that is missing are followed into history. */
function announce(candidates: readonly Candidate[], { history }: Repository): void {
  const open = candidates.filter(
    ({ heldBack, examined }) => !heldBack && examined.resolution.status === 'missing',
  );
  history.expectQuestions(open.map(({ mention }) => mention.page));
}

function findLosses(candidates: readonly Candidate[], { history }: Repository) {
  const asked = candidates.map(({ mention, examined, heldBack }) => {
    const { resolution, start } = examined;
    if (heldBack || resolution.status !== 'missing' || resolution.word === undefined)
      return undefined;
    return {
      page: mention.page,
      line: lineOf(mention, start),
      word: resolution.word,
      isIdentifier: resolution.code.startsWith('symbol'),
    };
  });
  const questions = asked.filter((question) => question !== undefined);
  const answers = questions.length === 0 ? [] : history.wordsLost(questions);
  const byQuestion = new Map(questions.map((question, at) => [question, answers[at]]));
  return asked.map((question) => question && byQuestion.get(question));
}

function toClaim(
  { kind, mention, examined }: Candidate,
  { fixText, ...judgement }: ReturnType<typeof judge>,
): JudgedClaim {
  const { start, text } = examined;
  const line = lineOf(mention, start);
  const lineStart = mention.text.lastIndexOf('\n', start - 1) + 1;
  const at = mention.offset < 0 ? -1 : mention.offset + start;
  return {
    page: mention.page,
    line,
    column: line === mention.line ? mention.column + start : start - lineStart + 1,
    text,
    kind,
    ...judgement,
    ...(fixText !== undefined &&
      at >= 0 && { fix: { start: at, end: at + text.length, text: fixText } }),
    section: mention.context.headings.map((heading) => heading.text).join(' › '),
  };
}

function lineOf(mention: Mention, start: number): number {
  let line = mention.line;
  for (
    let at = mention.text.indexOf('\n');
    at >= 0 && at < start;
    at = mention.text.indexOf('\n', at + 1)
  )
    line += 1;
  return line;
}

function notesOf({ history }: Repository, readings: readonly Reading[]): readonly string[] {
  const problems = readings.flatMap(({ page }) =>
    page.problem === undefined ? [] : [`${page.path}: ${page.problem}`],
  );
  if (history.isComplete) return problems;
  return [
    'The clone is shallow: what was removed before its first commit cannot be told.',
    ...problems,
  ];
}
