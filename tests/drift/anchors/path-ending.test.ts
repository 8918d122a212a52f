import { expect, test } from 'vitest';
import { verdictsOn } from '#support/verdicts.ts';

const files = { 'src/lib/mail.ts': '' };
const removal = { commit: 'a'.repeat(40), date: '2026-05-01' };

test('the one removed file of that ending is a receipt, unless it may be the reader’s', () => {
  const on = (markdown: string, page: string, at = ['server/models/list.js']) =>
    verdictsOn(markdown, {
      files,
      page,
      kinds: ['path'],
      removed: Object.fromEntries(at.map((path) => [path, removal])),
      writtenOn: '2020-01-01',
    });
  const sentence = 'The lists are in `models/list.js`.';
  expect(on(sentence, 'doc/models.md')).toEqual(['path models/list.js drifted']);
  expect(on('Name it in your `models/list.js`.', 'doc/models.md')).toEqual([
    'path models/list.js unproven',
  ]);
  expect(on(sentence, 'doc/models.mdx')).toEqual(['path models/list.js unproven']);
  expect(on(sentence, 'doc/models.md', ['a/models/list.js', 'b/models/list.js'])).toEqual([
    'path models/list.js unproven',
  ]);
});

test('of several that ended so, the one that the line can mean is the receipt', () => {
  const on = (others: Record<string, object>) =>
    verdictsOn('The lists are in `models/list.js`.', {
      ...{ files, page: 'doc/models.md', kinds: ['path'], writtenOn: '2020-01-01' },
      removed: { 'server/models/list.js': removal, ...others },
    });
  expect(on({ 'app/models/list.js': { date: '2019-05-01' } })).toEqual([
    'path models/list.js drifted',
  ]);
  const moved = { date: '2026-02-01', movedTo: 'server/models/list.js' };
  expect(on({ 'app/models/list.js': moved })).toEqual(['path models/list.js drifted']);
  expect(on({ 'app/models/list.js': { date: '2026-02-01' } })).toEqual([
    'path models/list.js unproven',
  ]);
});

test('a folder below one of the page’s own is a path', () => {
  const verdicts = verdictsOn('They are in `models/lists` and in the `pages/lists` directory.', {
    files: { ...files, 'web/models/a.js': '', 'app/pages/b.js': '' },
    page: 'web/README.md',
    kinds: ['path'],
  });
  expect(verdicts).toEqual(['path models/lists unfounded', 'path pages/lists unproven']);
});

test('a file of a hidden folder that is there stands from the root', () => {
  const on = (page: string) =>
    verdictsOn('It runs `.github/scripts/gone.mjs`.', {
      files: { '.github/scripts/a.mjs': '' },
      page,
      kinds: ['path'],
    });
  expect(on('CONTRIBUTING.md')).toEqual(['path .github/scripts/gone.mjs unfounded']);
  expect(on('docs/sync.md')).toEqual(['path .github/scripts/gone.mjs unproven']);
});

test('a bare name is the file of that name that lay near the page, and went later', () => {
  const on = ({ page = 'docs/guide.md', at = 'src/lib/run.ts', date = removal.date }) =>
    verdictsOn('See `run.ts`, `mail.ts` and `post.ts`.', {
      files: { ...files, 'src/lib/post.ts': '' },
      page,
      removed: { [at]: { date }, 'old/run.ts': { date: '2019-01-01' } },
      writtenOn: '2020-01-01',
    })[0];
  expect(on({})).toBe('path run.ts drifted');
  expect(on({ date: '2020-01-01' })).toBe('path run.ts unproven');
  expect(on({ at: 'src/other/run.ts' })).toBe('path run.ts unproven');
  expect(on({ at: 'web/deep/run.ts', page: 'web/guide.md' })).toBe('path run.ts drifted');
});

test('below a heading on branches, a name with a slash is one', () => {
  const on = (heading: string) =>
    verdictsOn(`## ${heading}\n\nUse \`docs/short-text\`.`, { files: { 'docs/a.ts': '' } });
  expect(on('Branching')).toEqual([]);
  expect(on('Writing')).toEqual(['path docs/short-text unfounded']);
});

test('`docs/` among the beginnings of branches is no folder, and no word is one by its ending', () => {
  const on = (markdown: string) =>
    verdictsOn(markdown, { files: { 'docs/a.ts': '', 'app/own/a.ts': '' } });
  expect(on('Begin with `feat/`, `fix/` or `docs/`.')).toEqual([]);
  expect(on('They are in `docs/`.')).toEqual(['path docs/ holds']);
  expect(on('This package is `own`.')).toEqual([]);
  expect(on('It is in the package `own`.')).toEqual(['path own holds']);
});

test('where programs begin is a receipt for pages of their own package alone', () => {
  const on = (page: string) =>
    verdictsOn('Run `src/index.html`.', {
      files: { ...files, 'src/a.ts': '' },
      page,
      kinds: ['path'],
      removed: { 'packages/ui/src/index.html': removal },
      writtenOn: '2020-01-01',
    });
  expect(on('packages/ui/docs/run.md')).toEqual(['path src/index.html drifted']);
  expect(on('packages/api/AUTH.md')).toEqual(['path src/index.html unfounded']);
});

test('what stands below the name of a dependency is a module of it', () => {
  const on = (devDependencies: object) =>
    verdictsOn('It adds the types of `vite/client`.', {
      files: { 'package.json': JSON.stringify({ devDependencies }), 'vite/a.ts': '' },
      kinds: ['path'],
    });
  expect(on({ vite: '8.0.0' })).toEqual([]);
  expect(on({})).toEqual(['path vite/client unfounded']);
});

test('what lay right here when the line was written is not what ends so elsewhere', () => {
  const on = (path: string, { page = 'doc/run.md', date = '2026-05-01' } = {}) =>
    verdictsOn(`See \`${path}\`.`, {
      files: { 'tools/lib/run.sh': '', 'docs/a.md': '' },
      page,
      kinds: ['path'],
      removed: { 'lib/run.sh': { ...removal, date }, 'run.sh': removal },
      writtenOn: '2026-01-01',
    });
  expect(on('lib/run.sh')).toEqual(['path lib/run.sh drifted']);
  expect(on('./run.sh')).toEqual(['path ./run.sh drifted']);
  expect(on('run.sh')).toEqual(['path run.sh holds']);
  expect(on('lib/run.sh', { date: '2025-01-01' })).toEqual(['path lib/run.sh holds']);
  expect(on('lib/run.sh', { page: 'docs/run.mdx' })).toEqual(['path lib/run.sh holds']);
});

test('a folder that the history knows is a path, however plain its name is', () => {
  const on = (removed: Record<string, typeof removal>) =>
    verdictsOn('They are in `web/parts`.', {
      files,
      kinds: ['path'],
      removed,
      writtenOn: '2026-01-01',
    });
  expect(on({ 'web/parts': removal })).toEqual(['path web/parts drifted']);
  expect(on({})).toEqual([]);
});

test('a file of a sample is no receipt for a bare name on a page elsewhere', () => {
  const on = (page: string) =>
    verdictsOn('Edit the `data-source.ts` file.', {
      files,
      page,
      kinds: ['path'],
      removed: { 'sample/first/data-source.ts': removal },
      writtenOn: '2020-01-01',
    });
  expect(on('docs/start.md')).toEqual(['path data-source.ts unproven']);
  expect(on('sample/README.md')).toEqual(['path data-source.ts drifted']);
});

test.for([
  ['e.g. `spec/models/aplicant_spec.rb` is run', 'drifted'],
  ['e.g. `spec/models/applicant_other.rb` is run', 'unproven'],
  ['`spec/models/applicants_spec.rb` is run', 'unfounded'],
  ['Create `spec/models/aplicant_spec.rb`', 'unproven'],
] as const)('%s: %s, beside applicant_spec.rb', ([sentence, verdict]) => {
  const [claim] = verdictsOn(sentence, {
    ...{ files: { 'spec/models/applicant_spec.rb': '' }, kinds: ['path'] },
  });
  expect(claim?.split(' ').at(-1)).toBe(verdict);
});
