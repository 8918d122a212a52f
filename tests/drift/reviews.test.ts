import { test } from 'vitest';
import { judgeReview } from '#drift/reviews.ts';

const terms = { graceDays: 30, today: '2026-11-20' };

function pageReviewed(day: string): string {
  return `---\ntitle: A page\nlastReviewed: ${day} # by hand\nreviewEvery: "90d"\n---\n\nText.\n`;
}

test.for([
  ['2026-11-01', 'holds', 'holds'],
  ['2026-08-22', 'holds', 'holds'],
  ['2026-08-21', 'unproven', 'review-due'],
  ['2026-07-23', 'unproven', 'review-due'],
  ['2026-07-22', 'drifted', 'review-overdue'],
  ['"2026-07-22"', 'drifted', 'review-overdue'],
] as const)('a review of %s is %s', ([day, verdict, code], { expect }) => {
  const claim = judgeReview({ path: 'a.mdx', text: pageReviewed(day) }, terms);
  expect(claim).toMatchObject({ verdict, code, line: 3 });
});

test.for([
  'No frontmatter, reviewEvery: 90d',
  '---\nreviewEvery: 90d\n---\n',
  '---\nlastReviewed: 2026-01-01\nreviewEvery: sometimes\n---\n',
  '---\nlastReviewed: 2026-02-31\nreviewEvery: 90d\n---\n',
  '---\nlastReviewed: 2026-01-01\nreviewEvery: 90d\n',
])('%j promises no review', (text, { expect }) => {
  expect(judgeReview({ path: 'a.mdx', text }, terms)).toBeUndefined();
});
