import { expect, test } from 'vitest';
import { snippetAnchor } from '#drift/anchors/snippet.ts';
import { mentionsIn, repositoryWith } from '#support/repository.ts';

const source = [
  'import a from "a";',
  '',
  'const one = 1;',
  'const two = 2;',
  'const three = 3;',
  'const four = 4;',
  'export { one };',
];
const files = { 'src/count.ts': source.join('\n'), 'README.md': '' };

function examine(markdown: string) {
  const repository = repositoryWith({ files });
  return mentionsIn(markdown).flatMap((mention) => snippetAnchor.examine(mention, repository));
}

function fence(info: string, lines: readonly string[]) {
  return ['```'.concat(info), ...lines, '```'].join('\n');
}

test.for([
  ['a title', fence('ts title="src/count.ts"', ['const one = 1;', 'const two = 2;'])],
  ['the path behind the language', fence('ts src/count.ts', ['const one = 1;', 'const two = 2;'])],
  [
    'a first comment',
    fence('ts', ['// src/count.ts', 'const one = 1;', '// ...', 'export { one };']),
  ],
  [
    'the path, with notes of its own',
    fence('ts src/count.ts', ['// The first', 'const one = 1; // one', 'const two = 2;']),
  ],
  ['other indentation', fence('ts src/count.ts', ['  const one = 1;', '  const two = 2;'])],
] as const)('a fence named by %s quotes its file', ([, markdown]) => {
  expect(examine(markdown)).toMatchObject([
    { resolution: { status: 'found', evidence: { file: 'src/count.ts', line: 3 } } },
  ]);
});

test('a line that differs is a contradiction with the line of the file', () => {
  const lines = [
    'const one = 1;',
    'const two = 2;',
    'const three = 5;',
    'const four = 4;',
    'export { one };',
  ];
  expect(examine(fence('ts src/count.ts', lines))).toMatchObject([
    {
      resolution: {
        status: 'contradicted',
        actual: 'const three = 5',
        evidence: { file: 'src/count.ts', line: 5 },
      },
    },
  ]);
});

test.for([
  ['another order', ['const two = 2;', 'const one = 1;']],
  ['other text', ['let x = 1;', 'let y = 2;']],
  [
    "the reader's words",
    ['const one = 1;', 'const two = 2;', 'const three = 3;', "const it = 'your-own';"],
  ],
] as const)('a fence in %s proves nothing', ([, lines]) => {
  expect(examine(fence('ts src/count.ts', lines))).toMatchObject([
    { resolution: { status: 'unknown' } },
  ]);
});

test('a bare file name on a page for users is a file of theirs', () => {
  const sources = { 'site/mkdocs.yml': '', 'tool.config.ts': source.join('\n') };
  const repository = repositoryWith({ files: sources });
  const markdown = fence('ts', ['// tool.config.ts', 'const one = 1;', 'const two = 2;']);
  const on = (page: string) =>
    mentionsIn(markdown, page).flatMap((mention) => snippetAnchor.examine(mention, repository));
  expect(on('site/use.md')).toEqual([]);
  expect(on('CONTRIBUTING.md')).toHaveLength(1);
});

test('a skill page shows a pattern, no quotation', () => {
  const markdown = fence('ts src/count.ts', ['const one = 1;', 'const two = 2;']);
  const repository = repositoryWith({ files });
  const mentions = mentionsIn(markdown, 'skills/count/SKILL.md');
  expect(mentions.flatMap((mention) => snippetAnchor.examine(mention, repository))).toEqual([]);
});

test.for([
  [
    'an instruction',
    `Add this to the file:\n\n${fence('ts src/count.ts', ['const one = 1;', 'const two = 5;'])}`,
  ],
  [
    'a comment that tells what to add',
    fence('ts src/count.ts', ['// Add a line', 'const one = 1;', 'const two = 5;']),
  ],
  [
    'a comment for what else the reader has',
    fence('ts src/count.ts', [
      'const one = 1;',
      '// ... other counts',
      'const three = 3;',
      'const ten = 10;',
    ]),
  ],
  ['an unknown file', fence('ts src/other.ts', ['const one = 1;', 'const two = 5;'])],
  ['no file', fence('ts', ['const one = 1;', 'const two = 5;'])],
] as const)('a fence with %s is no quotation', ([, markdown]) => {
  expect(examine(markdown)).toEqual([]);
});
