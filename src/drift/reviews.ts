import { addDays, dayCount, isDay } from './day.ts';
import { messages } from './messages.ts';
import type { JudgedClaim } from './verdict.ts';

/** How long an overdue review is a warning, and which day it is. */
export type ReviewTerms = { readonly graceDays: number; readonly today: string };

/**
 * Judges the review date in a page's frontmatter: it holds, it is due (a warning), or the time of
 * grace is over. Undefined for a page that promises no review.
 */
export function judgeReview(
  page: { readonly path: string; readonly text: string },
  terms: ReviewTerms,
): JudgedClaim | undefined {
  if (!page.text.startsWith('---') || !page.text.includes('reviewEvery')) return undefined;
  const lines = frontmatterLines(page.text);
  const reviewed = fieldOf(lines, 'lastReviewed');
  const every = dayCount(fieldOf(lines, 'reviewEvery')?.value ?? '');
  if (!reviewed || every === undefined || !isDay(reviewed.value)) return undefined;
  const due = addDays(reviewed.value, every);
  const { line, value } = reviewed;
  return {
    ...{ page: page.path, line, column: 1, text: `lastReviewed: ${value}`, section: '' },
    kind: 'review',
    evidence: [{ file: page.path, line }],
    ...judged({ due, value, terms }),
  };
}

function judged({
  due,
  value,
  terms,
}: {
  readonly due: string;
  readonly value: string;
  readonly terms: ReviewTerms;
}): Pick<JudgedClaim, 'verdict' | 'code' | 'message'> {
  const facts = { target: value, actual: due };
  if (terms.today <= due) {
    return { verdict: 'holds', code: 'holds', message: `The review counts until ${due}.` };
  }
  if (terms.today <= addDays(due, terms.graceDays)) {
    return { verdict: 'unproven', code: 'review-due', message: messages['review-due'].text(facts) };
  }
  const message = messages['review-overdue'].text(facts);
  return { verdict: 'drifted', code: 'review-overdue', message };
}

function frontmatterLines(text: string): readonly string[] {
  const lines = text.split('\n', 200);
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  return end < 0 ? [] : lines.slice(0, end);
}

function fieldOf(
  lines: readonly string[],
  name: string,
): { readonly value: string; readonly line: number } | undefined {
  const at = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (at < 0) return undefined;
  const value = (lines[at] ?? '').slice(name.length + 1).replace(/\s#.*$/, '');
  return { value: value.trim().replace(/^(["'])(.*)\1$/, '$2'), line: at + 1 };
}
