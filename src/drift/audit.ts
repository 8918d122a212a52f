import picomatch from 'picomatch';
import type { Kind } from './anchors/anchor.ts';
import { findDrift, type Report } from './check.ts';
import { type AttestationTerms, createExternalAnchor } from './declared/external.ts';
import { pagesOf } from './pages.ts';
import { type Malformed, malformedFiles } from './repository/malformed.ts';
import type { Repository } from './repository/repository.ts';
import { judgeReview } from './reviews.ts';
import { leaveToSiblings } from './siblings.ts';
import type { Suppression } from './suppress/directive.ts';
import { readSuppressions } from './suppress/page-suppressions.ts';
import { suppress } from './suppress/suppress.ts';

/** What a repository, its configuration and the caller say about a run. */
export type AuditTerms = {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Patterns of pages; all Markdown that people wrote when left out. */
  readonly include?: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** Of these, only the pages that the caller named; all when left out. */
  readonly only?: readonly string[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly status: readonly { readonly pages: string; readonly status: string }[];
  /** Neighbouring repositories whose files pages name. */
  readonly siblings: readonly string[];
  readonly suppressions: readonly Suppression[];
  /** The file that holds `suppressions`. */
  readonly configFile: string;
  readonly attestations: Omit<AttestationTerms, 'today'>;
  readonly reviews: { readonly graceDays: number };
  readonly onPage?: (done: number, total: number) => void;
};

/** The whole check of a repository: claims, external facts, reviews, suppressions. */
export function audit(repository: Repository, terms: AuditTerms): Report {
  const { today, kinds, onPage } = terms;
  const pages = pagesToCheck(repository, terms);
  const report = findDrift(repository, {
    pages,
    ...(kinds && { kinds }),
    ...(onPage && { onPage }),
    statusOf: statusReader(terms.status),
    anchors: [createExternalAnchor({ ...terms.attestations, today })],
  });
  const reviews = kinds && !kinds.includes('review') ? [] : judgeReviews(repository, report, terms);
  const own = report.claims.map((claim) => leaveToSiblings(claim, terms.siblings));
  const notes = [...report.notes, ...repository.part(malformedFiles).map(malformedNote)];
  const full = { ...report, notes, claims: [...own, ...reviews].sort(byPlace) };
  return suppressIn(repository, { report: full, terms });
}

function malformedNote({ file, line, problem }: Malformed): string {
  return `${file}:${line} does not parse, so claims on it are not judged: ${problem}`;
}

/** The pages of a run, in order. */
export function pagesToCheck(
  repository: Repository,
  { include, exclude, only }: Pick<AuditTerms, 'include' | 'exclude' | 'only'>,
): readonly string[] {
  const isExcluded = picomatch([...exclude], { dot: true });
  const isIncluded = include && picomatch([...include], { dot: true });
  const all = isIncluded
    ? repository.files.paths.filter((path) => isIncluded(path)).sort()
    : pagesOf(repository);
  const wanted = only && new Set(only);
  return all.filter((path) => !isExcluded(path) && (wanted === undefined || wanted.has(path)));
}

function statusReader(entries: AuditTerms['status']): (page: string) => string | undefined {
  const rules = entries.map(({ pages, status }) => ({
    covers: picomatch(pages, { dot: true }),
    status,
  }));
  return (page) => rules.find(({ covers }) => covers(page))?.status;
}

function judgeReviews(repository: Repository, report: Report, { reviews, today }: AuditTerms) {
  return report.pages.flatMap(({ path, heldBack }) => {
    const text = heldBack === undefined ? repository.read(path) : undefined;
    const claim = text && judgeReview({ path, text }, { ...reviews, today });
    return claim ? [claim] : [];
  });
}

/** A run over a part of the claims cannot tell which suppressions are unused. */
function suppressIn(
  repository: Repository,
  { report, terms }: { report: Report; terms: AuditTerms },
): Report {
  const { today, configFile, kinds, only } = terms;
  const inPages = report.pages.map(({ path }) =>
    readSuppressions(path, repository.read(path) ?? ''),
  );
  return suppress(report, {
    suppressions: [...inPages.flatMap(({ suppressions }) => suppressions), ...terms.suppressions],
    malformed: inPages.flatMap(({ malformed }) => malformed),
    ...{ today, configFile },
    scope: kinds || only ? 'part' : 'whole',
  });
}

function byPlace(a: Report['claims'][number], b: Report['claims'][number]): number {
  if (a.page !== b.page) return a.page < b.page ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
