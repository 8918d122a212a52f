import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/a.ts': '' };

test.for([
  ['docs/historic-adrs/env.md', 'held-back'],
  ['docs/proposed/env.md', 'held-back'],
  ['docs/reviews/sprint-15-summary.md', 'held-back'],
  ['THIRD_PARTY_LICENSES.md', 'held-back'],
  ['old-CHANGELOG/2026/06.md', 'held-back'],
  ['docs/Optimized-2025-02-07/second.md', 'held-back'],
  ['docs/release-process/second.md', 'drifted'],
  ['docs/sprints/how-we-work.md', 'drifted'],
] as const)('a missing path on %s is %s', ([page, verdict], { expect }) => {
  const removed = { 'src/lib/gone.ts': {} };
  expect(verdictsOn('See `src/lib/gone.ts`.', { page, files, removed })).toEqual([
    `path src/lib/gone.ts ${verdict}`,
  ]);
});

test('the README of a folder of records is no record where it links', ({ expect }) => {
  const on = (page: string) => verdictsOn('[a](0001-gone.md)', { page, files });
  expect(on('docs/adr/README.md')).toEqual(['link 0001-gone.md unfounded']);
  expect(on('docs/adr/0002-next.md')).toEqual(['link 0001-gone.md held-back']);
});

test.for([
  ['ci/templates/report.md', '{% for each in all %}\n![a](gone.png)\n{% endfor %}', 'held-back'],
  ['ci/templates/report.md', '![a](gone.png)', 'unfounded'],
  ['ci/report.md', '{% for each in all %}\n![a](gone.png)\n{% endfor %}', 'unfounded'],
] as const)(
  'a picture on %s is judged by what the page is: %s',
  ([page, markdown, verdict], { expect }) => {
    expect(verdictsOn(markdown, { page, files })).toEqual([`link gone.png ${verdict}`]);
  },
);
