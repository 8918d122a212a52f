import { expect, test } from 'vitest';
import { parseShell } from '#drift/claims/shell.ts';

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['npm run build', ['npm run build']],
  ['$ npm ci\nadded 3 packages\n$ npm test', ['npm ci', 'npm test']],
  ['dev@host:~/app$ make up\nok', ['make up']],
  ['PS C:\\app> pwsh setup.ps1', ['pwsh setup.ps1']],
  [
    'npm run a && npm run b; npm run c | tee log',
    ['npm run a', 'npm run b', 'npm run c', 'tee log'],
  ],
  ['npm run a # builds; all\n# npm run b', ['npm run a']],
  ['docker run \\\n  --rm image', ['docker run --rm image']],
  ['echo \'a && b\' "c d"', ['echo a && b c d']],
  ["don't panic", ["don't panic"]],
  ['cat <<EOF > file\nnpm run nothing\nEOF\nnpm run b', ['cat', 'npm run b']],
  ["cat <<-'END'\nmake nothing\n\tEND\nmake b", ['cat', 'make b']],
  ['if true; then make a; fi', ['true', 'make a']],
  ['node a.js 2>&1 >out.txt', ['node a.js']],
  ['psql -f a.sql < in.sql', ['psql -f a.sql']],
  ['npm run <name> -- x', ['npm run <name> -- x']],
  ['echo $(npm run a) $B `make c`', ['echo $(npm run a) $B `make c`']],
  ['(cd a && make b) && make c', ['cd a', 'make b', 'make c']],
  ['', []],
];

test.for(rows)('%j runs %j', ([text, commands]) => {
  const read = parseShell(text).map(({ words }) => words.map(({ value }) => value).join(' '));
  expect(read).toEqual(commands);
});

test('assignments before a program stand apart', () => {
  const [command] = parseShell('A=1 B="x y" node a.js');
  expect(command?.assignments.map(({ value }) => value)).toEqual(['A=1', 'B=x y']);
  expect(command?.words.map(({ value }) => value)).toEqual(['node', 'a.js']);
});

test('offsets point into the text, after a prompt too', () => {
  const text = '$ cd app\n$ npm run "a b"';
  const words = parseShell(text).flatMap((command) => command.words);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    'cd',
    'app',
    'npm',
    'run',
    '"a b"',
  ]);
});

test.for([
  ['npm run $X', false],
  ['npm run <x>', false],
  ['npm run test:*', false],
  ["npm run '$X'", true],
  ['npm run x', true],
] as const)('the last word of %j is literal: %s', ([text, isLiteral]) => {
  expect(parseShell(text)[0]?.words.at(-1)?.isLiteral).toBe(isLiteral);
});

test('commands in a subshell know their depth', () => {
  expect(parseShell('(cd a && make b) && make c').map(({ depth }) => depth)).toEqual([1, 1, 0]);
});
