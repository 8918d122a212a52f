import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

test.for([
  ['script/setup', 'script/setup unfounded'],
  ['scripts/docs-serve --all', 'scripts/docs-serve unfounded'],
  ['scripts/build', 'scripts/build holds'],
  ['lib/gone', undefined],
  ['cp config/sample.env .env', 'cp config/sample.env unfounded'],
  ['cp config/.env.example .env', 'cp config/.env.example holds'],
  ['cp gone.sample.json local.json', 'cp gone.sample.json unfounded'],
  ['npm ci\ncp gone.sample.json local.json', 'cp gone.sample.json unfounded'],
  ['npx acme init\ncp gone.sample.json local.json', 'cp gone.sample.json unproven'],
  ['curl -O $URL/gone.sample.json\ncp gone.sample.json a', 'cp gone.sample.json unproven'],
  ['touch script/setup\nscript/setup', undefined],
  ['scripts/docs-serve', undefined, { 'scripts/docs-serve.cmd': '' }],
  ['cp config/dist.env .env', 'cp config/dist.env unproven'],
  ['cp own.json local.json', 'cp own.json unproven'],
] as const)('%s: %s', ([command, expected, more]) => {
  const [claim] = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'script/a': '', 'scripts/build': '', 'config/.env.example': '', ...more },
    kinds: ['command'],
  });
  expect(claim).toBe(expected && `command ${expected}`);
});

test('a program of a folder of scripts is none in text, and none in a list of names', () => {
  const on = (language: string) =>
    verdictsOn(`\`\`\`${language}\nscript/setup\n\`\`\``, {
      ...{ files: { 'script/a': '' }, kinds: ['command'] },
    });
  expect(on('sh')).toEqual(['command script/setup unfounded']);
  expect(on('text')).toEqual([]);
});
