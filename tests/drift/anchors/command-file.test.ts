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

test('no command runs in the folder of the pages', () => {
  const on = (page: string) =>
    verdictsOn('```sh\npip install -r needs.txt\n```', {
      ...{ files: { 'a.py': '' }, page, kinds: ['command'], writtenOn: '2020-01-01' },
      removed: { 'docs/needs.txt': { date: '2023-01-01' } },
    });
  expect(on('docs/administration.md')).toEqual(['command pip install -r needs.txt unproven']);
  expect(on('docs/README.md')).toEqual(['command pip install -r needs.txt drifted']);
});

test.for([
  ['cd examles/deep', 'drifted'],
  ['cd tools/podcounter', 'drifted'],
  ['cd tools/environments', 'drifted'],
  ['cd tools/other', 'unproven'],
] as const)('%s beside what it misspells is %s', ([command, verdict]) => {
  const verdicts = verdictsOn(`\`\`\`sh\n${command}\n\`\`\``, {
    files: { 'examples/deep/a.ts': '', 'tools/pod-counter/a.ts': '', 'tools/environment/a.ts': '' },
    kinds: ['command'],
  });
  expect(verdicts).toEqual([`command ${command} ${verdict}`]);
});

const help = 'HELP = \\\n  while(<>) { push @{$$help{$$2}} if /^([a-z]+):/ }; \\\n  print;\n';

test.for([
  ['build:\n', 'drifted'],
  [`${help}build:\n`, 'drifted'],
  ['TOOL ?= $(BIN)/tool\n$(TOOL): bin\n', 'drifted'],
  ['TOOL = $(shell pwd)/bin/tool\n$(TOOL): bin\n', 'drifted'],
  ['TOOL ?= image\n$(TOOL): bin\n', 'unproven'],
  ['TOOLS = a/b c\n$(TOOLS): bin\n', 'unproven'],
  ['build: a \\\n  b\ntest-image: build\n', 'holds'],
] as const)('of a Makefile with %j, a target is %s', ([Makefile, verdict]) => {
  expect(verdictsOn('Run `make test-image`.', { files: { Makefile }, kinds: ['command'] })).toEqual(
    [`command make test-image ${verdict}`],
  );
});

test.for([
  ['`make fetch`, `make load` and `make gone`', 'drifted'],
  ['`make fetch` and `make gone`', 'unproven'],
] as const)(
  'on a page that runs %s, the last is %s by the file of the others',
  ([text, verdict]) => {
    const verdicts = verdictsOn(`Run ${text}.`, {
      files: { Makefile: 'include x\n', 'api/Makefile': 'fetch:\nload:\n' },
      ...{ page: 'docs/api/use.md', kinds: ['command'] },
    });
    expect(verdicts.at(-1)).toBe(`command make gone ${verdict}`);
  },
);
