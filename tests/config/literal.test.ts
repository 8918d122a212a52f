import { test } from 'vitest';
import { readExportedLiteral } from '#config/literal.ts';

test.for([
  ['export default {}', {}],
  ['export default { a: 1, "b": [true, null,], };', { a: 1, b: [true, null] }],
  ["import x from \"y\";\nexport default define({ a: 'it\\'s' });", { a: "it's" }],
  ['// no\nexport default { /* a: 2, */ a: `x`, // end\n} satisfies Config;', { a: 'x' }],
  ['export default { a: { b: -1_000.5 } }', { a: { b: -1000.5 } }],
] as const)('%j is read as %o', ([source, value], { expect }) => {
  expect(readExportedLiteral(source)).toEqual({ status: 'read', value });
});

test.for([
  ['export default {\n  a: process.env.HOME,\n}', 2, '"process"'],
  ['export default {\n\n  ...other,\n}', 3, '"."'],
  ['export default { a: `${1}` }', 1, '"`"'],
  ['export default { a: run() }', 1, '"run"'],
  ['export default { a: 1', 1, 'the end of the file'],
  ['const config = {};\nexport default config;', 1, 'no "export default {…}"'],
  [`export default { a: ${'['.repeat(100)}`, 1, 'more than 50 levels'],
] as const)('%j is refused at line %i', ([source, line, found], { expect }) => {
  expect(readExportedLiteral(source)).toEqual({ status: 'failed', line, found });
});
