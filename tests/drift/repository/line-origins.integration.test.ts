import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { createLineOrigins } from '#drift/repository/line-origins.ts';
import { earlierNames, readRemovals } from '#drift/repository/removals.ts';
import { createCheckout } from '#support/checkout.ts';

test('each line has the commit that wrote it, as blame says, through moves and edits', ({
  expect,
}) => {
  const lines = Array.from({ length: 12 }, (_, at) => `line ${at}`);
  using checkout = createCheckout({ 'a page.md': `${lines.join('\n')}\n` });
  const write = (path: string) => {
    checkout.write({ [path]: `${lines.join('\n')}\n` });
    checkout.commit();
  };
  lines.splice(2, 1, 'changed', 'and added');
  write('a page.md');
  checkout.move('a page.md', 'docs/b.md');
  checkout.commit();
  lines.splice(5, 2);
  write('docs/b.md');
  lines.unshift('first');
  lines.push('last');
  write('docs/b.md');
  const git = gitIn(checkout.root);
  const { originOf } = createLineOrigins(git, {
    revision: 'HEAD',
    earlierNames: earlierNames(readRemovals(git, 'HEAD')),
  });
  const blamed = checkout
    .git('blame', '--porcelain', '-w', 'HEAD', '--', 'docs/b.md')
    .split('\n')
    .flatMap((line) => /^([0-9a-f]{40}) \d+ \d+/.exec(line)?.[1] ?? []);
  const own = lines.map((_, at) => originOf('docs/b.md', at + 1)?.commit);
  expect(own).toEqual(blamed);
});
