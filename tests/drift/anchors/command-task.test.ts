import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };

test.for([
  ['README.md', 'Makefile', {}, '2026-04-01', 'drifted'],
  ['README.md', 'Makefile', {}, '2026-06-01', 'unproven'],
  ['README.md', 'other/Makefile', {}, '2026-04-01', 'unproven'],
  ['api/README.md', 'api/Makefile', {}, '2026-04-01', 'drifted'],
  ['README.md', 'Makefile', { 'CMakeLists.txt': '' }, '2026-04-01', 'unproven'],
  ['README.md', 'Makefile', { 'api/Makefile': 'lint:\n' }, '2026-04-01', 'unproven'],
] as const)(
  'on %s, after %s went, with %o, a task of a line of %s is %s',
  ([page, file, others, writtenOn, verdict]) => {
    const verdicts = verdictsOn('See to your code: run `make check-all`.', {
      files: { 'src/a.c': '', ...others },
      removed: { [file]: removal },
      writtenOn,
      page,
      kinds: ['command'],
    });
    expect(verdicts).toEqual([`command make check-all ${verdict}`]);
  },
);
