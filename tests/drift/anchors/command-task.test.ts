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

const inFence = '```sh\nmake seed-all\n```';

test.for([
  ['`make seed-all` in the [server](https://github.com/acme/server)', 'unproven'],
  ['`make seed-all` in the [site](https://github.com/acme/site)', 'drifted'],
  ['`make seed-all` for the [server](https://github.com/acme/server)', 'drifted'],
  [`\`\`\`sh\ncd server\n\`\`\`\n\nThen:\n\n${inFence}`, 'unproven'],
  [`\`\`\`sh\ncd web\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
  [`\`\`\`sh\ncd site\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
  [`Clone it.\n\n\`\`\`sh\ncd my-site\n\`\`\`\n\nThen:\n\n${inFence}`, 'drifted'],
] as const)('%s is %s', ([markdown, verdict]) => {
  const [claim] = verdictsOn(markdown, {
    files: { Makefile: 'build:\n', 'web/a.ts': '' },
    name: 'acme/site',
    kinds: ['command'],
  });
  expect(claim).toBe(`command make seed-all ${verdict}`);
});

test.for([
  ['python .\\tools\\run.py', 'holds'],
  ['python .\\tools\\gone.py', 'unfounded'],
])('a path as Windows writes it: %s %s', ([command, verdict]) => {
  const verdicts = verdictsOn(`\`\`\`powershell\n${command}\n\`\`\``, {
    files: { 'tools/run.py': '' },
    kinds: ['command'],
  });
  expect(verdicts).toEqual([`command ${command} ${verdict}`]);
});
