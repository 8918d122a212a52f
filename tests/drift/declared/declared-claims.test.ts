import { test } from 'vitest';
import { pathAnchor } from '#drift/anchors/path.ts';
import { withDeclaredClaims } from '#drift/declared/declared-claims.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';

const anchor = withDeclaredClaims(pathAnchor);
const repository = repositoryWith({ files: { 'src/a.ts': '' } });

test.for([
  ['a.mdx', '<Claim kind="path" target="src/a.ts">the entry</Claim>', ['found']],
  ['a.mdx', 'Read <Claim kind="path" target="src/b.ts">the entry</Claim>.', ['missing']],
  ['a.mdx', '<Claim kind="script" target="build">the build</Claim>', []],
  ['a.mdx', '<Claim kind="path" target="">nothing</Claim>', ['contradicted']],
  ['a.md', '<!-- claim kind=path target=src/a.ts -->', ['found']],
  ['a.md', '<!-- claim kind="path" target="src/b.ts" -->', ['missing']],
  ['a.md', '<!-- claims are explained below -->', []],
] as const)('%s: %s is %o', ([page, markdown, statuses], { expect }) => {
  const found = mentionsIn(`${markdown}\n`, page)
    .filter(({ form }) => form === 'component')
    .flatMap((mention) => anchor.examine(mention, repository));
  expect(found.map(({ resolution }) => resolution.status)).toEqual(statuses);
});

test('a declared claim leaves no doubt', ({ expect }) => {
  const [mention] = mentionsIn('<Claim kind="path" target="src/b.ts">x</Claim>\n', 'a.mdx');
  const found = mention ? anchor.examine(mention, repository) : [];
  expect(found[0]?.resolution).toMatchObject({ status: 'missing', strength: 'stated' });
});
