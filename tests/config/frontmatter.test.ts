import { expect, test } from 'vitest';
import { Frontmatter } from '#config/frontmatter.ts';

const page = {
  title: 'Health is failing',
  summary: 'The database or the storage does not answer.',
  type: 'alerting',
  status: 'active',
  owner: '@platform',
  lastReviewed: '2026-11-01',
  reviewEvery: '90d',
};

test('the fields of a page are read, and what is optional has a default', () => {
  expect(Frontmatter.parse(page)).toEqual({
    ...page,
    reviewEvery: 90,
    escalation: [],
    alerts: [],
    sources: [],
    checks: [],
    order: 100,
  });
});

test('a day that YAML made a date of stays that day', () => {
  const lastReviewed = new Date('2026-11-01');
  expect(Frontmatter.parse({ ...page, lastReviewed }).lastReviewed).toBe('2026-11-01');
});

test.for([
  [{ owner: 'platform' }, 'owner', 'must be a handle such as "@platform"'],
  [{ type: 'howto' }, 'type', 'type must be one of: alerting, incident'],
  [{ status: 'done' }, 'status', 'status must be one of: active, draft, archived'],
  [{ lastReviewed: '1/11/2026' }, 'lastReviewed', 'a calendar day such as 2026-11-01'],
  [{ reviewEvery: '3 months' }, 'reviewEvery', 'a number of days such as "90d"'],
  [{ sources: ['./src/a.ts'] }, 'sources.0', 'a path from the repository root'],
  [{ title: undefined }, 'title', 'title is the heading of the page'],
  [{ sumary: 'x' }, '', 'Unrecognized key: "sumary"'],
] as const)('%o is refused at %s', ([change, path, message]) => {
  const issues = Frontmatter.safeParse({ ...page, ...change }).error?.issues ?? [];
  expect(issues).toHaveLength(1);
  expect(issues[0]?.path.join('.')).toBe(path);
  expect(issues[0]?.message).toContain(message);
});
