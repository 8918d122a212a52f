import { test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/mail.ts': '' };

test.for([
  ['It works in `src/lib/.data`.', ['path src/lib/.data unproven']],
  ['Tests go into `src/lib/test_suite_name.ts`.', ['path src/lib/test_suite_name.ts unproven']],
] as const)('%s is no drift without a receipt', ([markdown, expected], { expect }) => {
  expect(verdictsOn(markdown, { files, kinds: ['path'] })).toEqual(expected);
});
