import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/mail.ts': '' };

test.for([
  ['It works in `src/lib/.data`.', ['path src/lib/.data unproven']],
  ['Tests go into `src/lib/test_suite_name.ts`.', ['path src/lib/test_suite_name.ts unproven']],
] as const)('%s is no drift without a receipt', ([markdown, expected]) => {
  expect(verdictsOn(markdown, { files, kinds: ['path'] })).toEqual(expected);
});

test('a page of a site that names a bare file, or one in a common folder, means its readers', () => {
  const named = ['src/lib/mail.ts', 'src/lib/enums.ts', 'docs/guide/intro.md'];
  const others = ['config/site.yml', 'guide/mkdocs.yml'];
  const site = Object.fromEntries([...named, ...others].map((path) => [path, '']));
  const markdown =
    'Edit `manifest.yml` and `config/routes.rb` or `src/lib/a.ts`, not `docs/guide/gone.md`.';
  const about = ' See `src/lib/mail.ts`, `src/lib/enums.ts` and `docs/guide/intro.md`.';
  const removed = { 'manifest.yml': { commit: 'a'.repeat(40), date: '2026-05-01' } };
  const on = (text: string) =>
    verdictsOn(text, {
      files: site,
      removed,
      page: 'guide/use.md',
      writtenOn: '2026-01-01',
      kinds: ['path'],
    }).slice(0, 4);
  expect(on(markdown + about)).toEqual([
    'path manifest.yml unproven',
    'path config/routes.rb unproven',
    'path src/lib/a.ts unproven',
    'path docs/guide/gone.md unfounded',
  ]);
  expect(on(markdown).at(-1)).toBe('path docs/guide/gone.md unproven');
  expect(on(`${markdown} See \`src/lib/mail.ts\`.`).at(3)).toBe('path docs/guide/gone.md unproven');
});

test("a pattern on a site's page is of files that its readers have", () => {
  const on = (page: string) =>
    verdictsOn('Put it into `src/plugins/**/ui`.', {
      files: { ...files, 'guide/mkdocs.yml': '' },
      ...{ removed: { 'docs/src/plugins': {}, 'src/plugins': {} }, page, kinds: ['path'] },
    });
  expect(on('guide/use.md')).toEqual(['path src/plugins/**/ui unproven']);
  expect(on('CONTRIBUTING.md')).toEqual(['path src/plugins/**/ui drifted']);
});

test.for([
  ['Edit `config/own.json`.', { 'config/own.template.json': '' }, 'unproven'],
  ['Edit `config/own.json`.', { 'config/other.template.json': '' }, 'unfounded'],
  ['It is a `config/call` method. Again: `config/call`.', {}, undefined],
  ['It is in `config/call`.', {}, 'unfounded'],
  ['It may be (probably in `config/own.json`) there.', {}, 'unproven'],
  ['Create `config/own.json`:', {}, 'unproven'],
] as const)('%s beside %o: %s', ([sentence, more, verdict]) => {
  const [claim] = verdictsOn(sentence, {
    ...{ files: { ...more, 'config/a.ts': '' }, kinds: ['path'] },
  });
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});

test.for([
  ['Create `src/db/team.ts`:', 'unproven'],
  ['The tables are in `src/db/team.ts`:', 'drifted'],
] as const)('%s, which was removed later, is %s', ([sentence, verdict]) => {
  const [claim] = verdictsOn(sentence, {
    files: { ...files, 'src/db/a.ts': '' },
    ...{ removed: { 'src/db/team.ts': { date: '2026-05-01' } }, writtenOn: '2026-01-01' },
  });
  expect(claim).toBe(`path src/db/team.ts ${verdict}`);
});

test.for([
  ['`conftest verify -p rules/gone`', ['path rules/gone drifted']],
  ['`conftest verify -p rules/other`', []],
  ["`import 'rules/gone'`", []],
  ['```sh\nconftest verify -p rules/gone\n```', ['path rules/gone drifted']],
  ['The rules/gone model.', []],
  ['They are in `old-rules/`.', ['path old-rules/ drifted']],
  ['They are in `own-rules/`.', []],
  ['It is one (such as tepmlates/index.ejs) of them.', ['path tepmlates/index.ejs drifted']],
  ['It is one (such as themes/index.ejs) of them.', []],
  ['It is in acme/CONTRIBUTING.md.', []],
  ['The rules/gone/deep model.', ['path rules/gone/deep drifted']],
] as const)('what the history held is a path in %s', ([markdown, expected]) => {
  const removal = { date: '2026-05-01' };
  const verdicts = verdictsOn(markdown, {
    files: { 'templates/index.ejs': '', 'CONTRIBUTING.MD': '' },
    removed: { 'rules/gone': removal, 'rules/gone/deep': removal, 'old-rules': removal },
    kinds: ['path'],
    writtenOn: '2026-01-01',
  });
  expect(verdicts).toEqual(expected);
});
