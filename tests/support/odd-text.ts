import fc from 'fast-check';

/** Pieces that the grammars care about, between pieces that they do not. */
function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(...pieces).map((text) => text.repeat(200)) },
  );
  return fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
}

export const markdown = textOf([
  ...[
    '# ',
    '\n',
    '\n\n',
    '`',
    '```',
    '```sh\n',
    '~~~\n',
    '- ',
    '  - ',
    '| ',
    '|---|\n',
    '> ',
    '[',
    '](',
  ],
  ...[
    ')',
    '[a]: ',
    '<',
    '</',
    '<a href="',
    '<!--',
    '-->',
    '&#x0;',
    '\\',
    '*',
    '~~',
    '---\n',
    '├── ',
  ],
  ...[
    'src/a.ts',
    'src/{a,b}.ts',
    '**/*.ts',
    '../../',
    'C:\\',
    'npm run ',
    'GET /api/',
    'process.env.',
  ],
  ...[
    'there is no ',
    'holdfast-ignore-next reason: x',
    'status: ',
    'FROM ',
    'SELECT * ',
    '$(',
    '\r\n',
  ],
]);
export const mdx = textOf([
  ...[
    '<Claim kind="',
    '" target="',
    '">',
    '</Claim>',
    '<External owner="@',
    '{',
    '}',
    '{/*',
    '*/}',
  ],
  ...['import a from "', 'export const ', '\n\n', '<', '/>', '`', '# ', '${', 'every="90d"'],
]);
export const yaml = textOf([
  ...[
    'on:\n',
    '  push:\n',
    'jobs:\n',
    '  a:\n',
    '    steps:\n',
    '      - run: |\n',
    '- ',
    ': ',
    '&a ',
    '*a',
  ],
  ...['<<: *a\n', '!!js/function ', '"', "'", '{', '[', '\t', '#', '? ', '---\n', 'uses: ', '\n'],
]);
export const json = textOf([
  ...[
    '{',
    '}',
    '[',
    ']',
    '"scripts"',
    ':',
    ',',
    '"',
    '\\u00',
    '1e999',
    'null',
    '"workspaces"',
    '\n',
    '//',
  ],
]);
export const sql = textOf([
  ...[
    'CREATE TABLE ',
    'a',
    '(',
    ')',
    ',',
    ';',
    'id int',
    '$$',
    "'",
    '"',
    '--',
    '/*',
    '*/',
    '\n',
    'ALTER ',
  ],
  ...['DROP TABLE ', 'ADD COLUMN ', 'DO $$ BEGIN ', 'END $$;', 'create or replace function '],
]);
export const shell = textOf([
  ...[
    'npm run ',
    'cd ',
    '&&',
    '||',
    ';',
    '|',
    '$(',
    '`',
    '"',
    "'",
    '\\',
    '<<EOF\n',
    'EOF\n',
    '#',
    '\n',
    '>',
  ],
  ...['--filter ', '-w ', 'FOO=', 'node ', 'make ', '{', '}', '(', ')', 'for a in ', 'do ', 'done'],
]);
