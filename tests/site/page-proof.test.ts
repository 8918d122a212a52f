import { expect, test } from 'vitest';
import { groupByStanding, proofsOf, standingOf } from '#site/page-proof.ts';
import { claim } from '#support/claims.ts';

test('a report is split by page, in the order of each page, with its commit', () => {
  const claims = [
    claim({ line: 9 }),
    claim({ line: 2, column: 8 }),
    claim({ line: 2, column: 1 }),
    claim({ page: 'content/b.md' }),
  ];
  const proofs = proofsOf({ revision: 'abcdef0123', claims }, '2026-11-23');
  expect([...proofs.keys()]).toEqual(['runbooks/a.mdx', 'content/b.md']);
  const proof = proofs.get('runbooks/a.mdx');
  expect(proof).toMatchObject({ revision: 'abcdef0123', committedAt: '2026-11-23' });
  expect(proof?.claims.map(({ line, column }) => [line, column])).toEqual([
    [2, 1],
    [2, 8],
    [9, 1],
  ]);
});

test.for([
  ['path', 'holds', 'holds'],
  ['path', 'unproven', 'untold'],
  ['path', 'drifted', 'fails'],
  ['path', 'unfounded', 'fails'],
  ['path', 'held-back', 'held-back'],
  ['external', 'holds', 'attested'],
  ['external', 'unproven', 'due'],
  ['external', 'drifted', 'due'],
  ['external', 'held-back', 'held-back'],
  ['review', 'holds', 'attested'],
  ['review', 'drifted', 'due'],
] as const)('a claim of the kind %s that is %s stands as %s', ([kind, verdict, standing]) => {
  expect(standingOf({ kind, verdict })).toBe(standing);
});

test('the weakest comes first, and no claim is left out', () => {
  const claims = [
    claim({ kind: 'review' }),
    claim(),
    claim({ verdict: 'unproven' }),
    claim({ verdict: 'held-back' }),
    claim({ verdict: 'unproven', kind: 'external' }),
    claim({ verdict: 'drifted' }),
    claim(),
  ];
  const groups = groupByStanding(claims).map((group) => [group.standing, group.claims.length]);
  expect(groups).toEqual([
    ['fails', 1],
    ['untold', 1],
    ['due', 1],
    ['held-back', 1],
    ['attested', 1],
    ['holds', 2],
  ]);
});
