import { test } from 'vitest';
import { findAnyCasts } from '#scripts/gate/any-casts.ts';

const casts: readonly [written: string, path: string, text: string, lines: number[]][] = [
  ['as any', 'a.ts', 'const a = 1;\nconst b = a as any;\n', [2]],
  ['a cast in angle brackets', 'a.ts', 'const b = <any>a;', [1]],
  ['as any[]', 'a.ts', 'const b = a as any[];', [1]],
  ['any inside another type', 'a.ts', 'const b = a as Record<string, any>;', [1]],
  ['a cast on the way to another type', 'a.ts', 'const b = (a as any) as string;', [1]],
  ['a cast over two lines', 'a.ts', 'const b = a as\n  any;', [1]],
  ['a cast despite a suppression', 'a.ts', '// biome-ignore lint: no\nf(a as any);', [2]],
  [
    'as any in the frontmatter of a component',
    'a.astro',
    '---\nconst a = b as any;\n---\n<p>',
    [2],
  ],
  ['as any in a template', 'a.astro', "---\n---\n<p>it's</p>\n<p>{(a as any).b}</p>\n", [4]],
  ['as any in a script', 'a.astro', '<p></p>\n<script>\n  f(1 as any);\n</script>\n', [3]],
  ['as any in a string', 'a.ts', "const a = 'b as any';", []],
  ['as any in a comment', 'a.ts', '// never write b as any\n/* as any */', []],
  ['as any in the text of a page', 'a.astro', '<p>Do not write "b as any".</p>', []],
  ['as const', 'a.ts', 'const a = [1] as const;', []],
  ['a name that begins with any', 'a.ts', 'const a = b as anything;', []],
];

test.for(casts)('%s is judged on its syntax', ([, path, text, lines], { expect }) => {
  expect(findAnyCasts(path, text).map(({ line }) => line)).toEqual(lines);
});
