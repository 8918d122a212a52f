import { expect, test } from 'vitest';
import { pagesOf } from '#drift/pages.ts';
import { repositoryWith } from '#support/repository.ts';

test('pages that a generator wrote, or that others did, are not checked', () => {
  const files = {
    'README.md': '',
    '.gitattributes': 'api/*.md linguist-generated=true\n*.txt text\n',
    'api/users.md': '',
    'client/.openapi-generator/FILES': 'docs/Users.md\nREADME.md\n',
    'client/docs/Users.md': '',
    'client/NOTES.md': '',
    'vendor/a/README.md': '',
    'test/a.input.mdx': '',
    'assets/syntax_test_lists.md': '',
    'testing/content/files/broken.md': '',
    'theme/LICENSE.md': '',
    'extra/connect-v1.3.4/README.md': '',
    'docs/testing/data/setup.md': '',
    'docs/license-keys.md': '',
    '.agents/skills/react/SKILL.md': '---\nname: react\nlicense: MIT\n---\n',
    '.agents/skills/react/rules/effects.md': '',
    '.agents/skills/review/SKILL.md':
      '---\nname: review\nlicense: MIT\nmetadata:\n  author: acme\n---\n',
    '.agents/skills/release/SKILL.md': '---\nname: release\n---\nlicense: MIT',
    'tests/docs/setup.md': '',
    'tests/to_html/picture.md': '',
    'tests/unit/README.md': '',
    'tests/HOW_TO_TEST.md': '',
  };
  expect(pagesOf(repositoryWith({ files, name: 'acme/site' }))).toEqual([
    '.agents/skills/release/SKILL.md',
    '.agents/skills/review/SKILL.md',
    'README.md',
    'client/NOTES.md',
    'docs/license-keys.md',
    'docs/testing/data/setup.md',
    'tests/HOW_TO_TEST.md',
    'tests/docs/setup.md',
    'tests/unit/README.md',
  ]);
});
