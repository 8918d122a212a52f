/** A folder (or one file that is a part of its own), what it holds and what its code may import. */
export type Folder = {
  readonly path: string;
  readonly holds: string;
  /** Paths of other rows; a row below one that is named is not meant by it. */
  readonly mayImport: readonly string[] | 'anything';
  readonly mayImportTypesOf?: readonly string[];
};

/** Files of `src/drift` that its folders share: words, texts and measures without a state. */
const vocabulary = [
  'src/drift/verdict.ts',
  'src/drift/messages.ts',
  'src/drift/evidence.ts',
  'src/drift/nearest.ts',
  'src/drift/day.ts',
];

const drift = [
  ...vocabulary,
  'src/drift',
  'src/drift/claims',
  'src/drift/repository',
  'src/drift/anchors',
  'src/drift/declared',
  'src/drift/judge',
  'src/drift/suppress',
  'src/drift/reporters',
];

const site = [
  'src',
  'src/auth',
  'src/components',
  'src/config',
  'src/config/frontmatter.ts',
  'src/layouts',
  'src/live',
  'src/pages',
  'src/server',
  'src/site',
  'src/styles',
  'src/supabase',
];

/** The shape of the project: a file belongs to the longest path that begins its own. */
export const folders: readonly Folder[] = [
  {
    path: '',
    holds: 'configuration of the tools',
    mayImport: ['src/config', 'src/site', 'src/drift/remark-lint-holdfast.ts'],
  },
  {
    path: 'checks',
    holds: 'what this site watches, one check per file',
    mayImport: ['src/live', 'src/supabase'],
  },
  {
    path: 'src',
    holds: 'what Astro looks for here: middleware and content collections',
    mayImport: [...site, ...drift, 'checks', 'types'],
  },
  {
    path: 'src/drift/claims',
    holds: 'page text → claims with file, line, column',
    mayImport: [],
  },
  {
    path: 'src/drift/repository',
    holds: 'a checkout at a revision → an index; alone touches disk and git',
    mayImport: ['src/drift/claims', ...vocabulary],
  },
  {
    path: 'src/drift/anchors',
    holds: 'one file per kind: does the target hold in the index?',
    mayImport: ['src/drift/claims', 'src/drift/repository', ...vocabulary],
    mayImportTypesOf: ['src/drift'],
  },
  {
    path: 'src/drift/declared',
    holds: 'what authors declare where prose cannot carry it',
    mayImport: ['src/drift/claims', 'src/drift/repository', 'src/drift/anchors', ...vocabulary],
    mayImportTypesOf: ['src/drift'],
  },
  {
    path: 'src/drift/judge',
    holds: 'a resolution, its history and its wording → a verdict',
    mayImport: ['src/drift/repository', ...vocabulary],
    mayImportTypesOf: ['src/drift', 'src/drift/claims', 'src/drift/anchors'],
  },
  {
    path: 'src/drift/suppress',
    holds: 'what a page or the configuration takes back, with its reason',
    mayImport: ['src/drift/claims', ...vocabulary],
    mayImportTypesOf: ['src/drift', 'src/drift/repository'],
  },
  {
    path: 'src/drift/reporters',
    holds: 'verdicts → a string, one file per format',
    mayImport: vocabulary,
    mayImportTypesOf: ['src/drift'],
  },
  { path: 'src/drift', holds: 'the pipeline, one step after the other', mayImport: drift },
  {
    path: 'src/drift/remark-lint-holdfast.ts',
    holds: 'the same pipeline, for remark and for editors',
    mayImport: drift,
  },
  ...vocabulary.map((path) => ({
    path,
    holds: 'words, texts and measures that the folders of drift share',
    mayImport: [],
    mayImportTypesOf: drift,
  })),
  { path: 'src/live', holds: 'time limit, single flight, cache, history', mayImport: [] },
  { path: 'src/supabase', holds: 'clients and typed queries', mayImport: ['src/config', 'types'] },
  {
    path: 'src/supabase/embedded',
    holds: 'the backend of a machine without one; the site never loads it',
    mayImport: ['src/config', 'src/supabase', 'types'],
  },
  {
    path: 'src/auth',
    holds: 'session → user → role',
    mayImport: ['src/config', 'src/supabase', 'types'],
  },
  {
    path: 'src/config',
    holds: 'the environment and the schema of the configuration',
    mayImport: ['src/config/frontmatter.ts'],
  },
  {
    path: 'src/config/frontmatter.ts',
    holds: 'the schema of a page and of what authors write in it',
    mayImport: ['src/config'],
  },
  {
    path: 'src/cli',
    holds: 'one file per command',
    mayImport: [
      ...drift,
      'src/live',
      'src/config',
      'src/config/frontmatter.ts',
      'src/supabase',
      'checks',
    ],
  },
  {
    path: 'src/site',
    holds: 'the pages as data, and how their Markdown becomes HTML',
    mayImport: ['src/config', 'src/config/frontmatter.ts'],
    mayImportTypesOf: drift,
  },
  {
    path: 'src/components',
    holds: 'markup that is given its data',
    mayImport: ['src/components', 'src/site', 'src/styles', 'src/config/frontmatter.ts'],
    mayImportTypesOf: [...drift, 'src/live', 'src/config', 'src/auth'],
  },
  {
    path: 'src/layouts',
    holds: 'the frame of every page',
    mayImport: ['src/components', 'src/site', 'src/styles', 'src/config/frontmatter.ts'],
    mayImportTypesOf: [...drift, 'src/live', 'src/config', 'src/auth'],
  },
  { path: 'src/styles', holds: 'style sheets', mayImport: [] },
  {
    path: 'src/pages',
    holds: 'routes: authorise, fetch, hand over',
    mayImport: [...site, ...drift, 'checks', 'types'],
  },
  {
    path: 'src/server',
    holds: 'the front: headers, compression, logs, shutdown',
    mayImport: ['src/config'],
  },
  {
    path: 'scripts',
    holds: 'operations and maintenance; nothing imports it',
    mayImport: [...site, ...drift, 'src/cli', 'src/supabase/embedded', 'checks', 'types'],
  },
  { path: 'supabase', holds: 'migrations, policies, seed', mayImport: [] },
  { path: 'types', holds: 'generated types', mayImport: [] },
  { path: 'public', holds: 'files served as they are', mayImport: [] },
  { path: 'tests', holds: 'mirrors src', mayImport: 'anything' },
];
