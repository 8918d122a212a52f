import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'scripts/load.py': '', 'api/x.py': '', Makefile: 'test:\n\tpytest\n' };

test.for([
  ['### `acme/prices`', 'unproven'],
  ['### [acme/prices](https://github.com/acme/prices)', 'unproven'],
  ['### `acme/site`', 'unfounded'],
  ['### `scripts/load`', 'unfounded'],
  ['### acme/prices', 'unfounded'],
] as const)('a file that is not there, below "%s", is %s', ([heading, verdict], { expect }) => {
  const markdown = `${heading}\n\nIt is in \`scripts/gone.py\`.`;
  expect(verdictsOn(markdown, { files, name: 'acme/site', kinds: ['path'] }).at(-1)).toBe(
    `path scripts/gone.py ${verdict}`,
  );
});

test('a task below the name of another repository is its own', ({ expect }) => {
  const on = (heading: string) =>
    verdictsOn(`## ${heading}\n\n\`make serve-all\``, { files, kinds: ['command'] });
  expect(on('`acme/prices`')).toEqual(['command make serve-all unproven']);
  expect(on('Prices')).toEqual(['command make serve-all drifted']);
});

test.for([
  ['`tests/a.py`, `models/b.py`', 'unproven'],
  ['`tests/a.py`, `api/x.py`, `scripts/load.py`, `Makefile`', 'unfounded'],
  ['`tests/a.py`', 'unfounded'],
] as const)(
  'a file that is not there, on a page that also names %s, is %s',
  ([names, verdict], { expect }) => {
    const removed = {};
    const markdown = `It is in \`scripts/gone.py\`. See ${names}.`;
    const [claim] = verdictsOn(markdown, { files, removed, page: 'notes/a.md', kinds: ['path'] });
    expect(claim).toBe(`path scripts/gone.py ${verdict}`);
  },
);

test('files that were here do not make a page one about another project', ({ expect }) => {
  const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };
  const removed = { 'tests/a.py': removal, 'models/b.py': removal };
  const markdown = 'It is in `scripts/gone.py`. See `tests/a.py`, `models/b.py`.';
  const [claim] = verdictsOn(markdown, { files, removed, page: 'notes/a.md', kinds: ['path'] });
  expect(claim).toBe('path scripts/gone.py unfounded');
});
