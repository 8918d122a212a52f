import { test } from 'vitest';
import { gitIn } from '#drift/repository/git.ts';
import { createLineOrigins } from '#drift/repository/line-origins.ts';
import { beginRemovals, earlierNames } from '#drift/repository/removals.ts';
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
    earlierNames: earlierNames(beginRemovals(git, 'HEAD')()),
  });
  const blamed = checkout
    .git('blame', '--porcelain', '-w', 'HEAD', '--', 'docs/b.md')
    .split('\n')
    .flatMap((line) => /^([0-9a-f]{40}) \d+ \d+/.exec(line)?.[1] ?? []);
  const own = lines.map((_, at) => originOf('docs/b.md', at + 1)?.commit);
  expect(own).toEqual(blamed);
});

test('pages that are announced one by one are read in several passes', ({ expect }) => {
  const pages = Array.from({ length: 140 }, (_, at) => `page${at}.md`);
  using checkout = createCheckout(Object.fromEntries(pages.map((page) => [page, `${page}\n`])));
  const commit = checkout.git('rev-parse', 'HEAD').trim();
  const origins = createLineOrigins(gitIn(checkout.root), {
    revision: 'HEAD',
    earlierNames: () => [],
  });
  for (const page of pages) origins.expect([page]);
  const writers = [...pages, 'absent.md'].map((page) => origins.originOf(page, 1)?.commit);
  expect(writers).toEqual([...pages.map(() => commit), undefined]);
});

test('who changes marks alone writes no new line of a page', ({ expect }) => {
  const write = (...lines: readonly string[]) => {
    checkout.write({ 'a.md': `# A\n\n${lines.join('\n')}\n` });
    checkout.commit();
    return checkout.git('rev-parse', 'HEAD').trim();
  };
  using checkout = createCheckout({ 'a.md': '# A\n' });
  const first = write('* `src/a.ts` reads orders', '* it is fast');
  const edited = write('- It is **fast**.', '- `src/a.ts` reads the orders');
  const origins = (isByWords: boolean) => {
    const source = { revision: 'HEAD', earlierNames: () => [], isByWords };
    const { originOf } = createLineOrigins(gitIn(checkout.root), source);
    return [3, 4].map((line) => originOf('a.md', line)?.commit);
  };
  expect(origins(true)).toEqual([first, edited]);
  expect(origins(false)).toEqual([edited, edited]);
});
