import { expect, test } from 'vitest';
import { type DriftReport, proofsOf } from '#site/page-proof.ts';

const claim = (verdict: DriftReport['claims'][number]['verdict'], kind = 'path', line = 1) => ({
  page: 'runbooks/a.mdx',
  ...{ line, kind, verdict },
  code: `path-${verdict}`,
  message: 'A sentence.',
});

test('a page without claims has no proof, and another page keeps its own', () => {
  const proofs = proofsOf({ revision: 'abcdef0123', claims: [claim('holds')] }, '2026-11-23');
  expect([...proofs.keys()]).toEqual(['runbooks/a.mdx']);
});

test('verdicts are counted apart, external facts and what is held back too', () => {
  const claims = [
    claim('holds'),
    claim('holds', 'script'),
    claim('drifted', 'path', 7),
    claim('unproven', 'path', 8),
    claim('held-back'),
    claim('unproven', 'external'),
    claim('holds', 'external'),
  ];
  const proof = proofsOf({ revision: 'abcdef0123', claims }, '2026-11-23').get('runbooks/a.mdx');
  expect(proof).toMatchObject({
    holds: 2,
    drifted: 1,
    unproven: 1,
    heldBack: 1,
    externalDue: 1,
    revision: 'abcdef0',
    committedAt: '2026-11-23',
  });
  expect(proof?.findings.map(({ line }) => line)).toEqual([7, 8]);
});
