import type { Git } from './git.ts';
import type { WordLoss, WordQuestion } from './history.ts';
import type { OriginOf } from './line-origins.ts';
import { isCodePath, isSourcePath, sourceRank } from './sources.ts';

/** Paths that are no sources: documents, lock files, minified or vendored code. */
const noSources = [
  ...['md', 'mdx', 'markdown', 'rst', 'txt', 'adoc', 'lock', 'min.js', 'map', 'svg'].map(
    (extension) => `:(exclude,glob)**/*.${extension}`,
  ),
  ...['package-lock.json', 'pnpm-lock.yaml', 'go.sum'].map((name) => `:(exclude,glob)**/${name}`),
  ...['node_modules', 'vendor', 'third_party', 'dist'].map(
    (name) => `:(exclude,glob)**/${name}/**`,
  ),
];

type Place = { readonly file: string; readonly line: number };

/** How many places of a word are kept: enough to find program code among other files. */
const placeLimit = 20;

/** How many revisions are searched in a run; questions beyond stay without an answer. */
const revisionLimit = 60;

/**
 * Answers word questions by one `git grep` a revision: the revision that wrote the line is
 * searched for the words its sources no longer hold.
 */
export function findWordLosses(
  git: Git,
  { questions, originOf }: { questions: readonly WordQuestion[]; originOf: OriginOf },
): readonly (WordLoss | undefined)[] {
  const origins = questions.map(({ page, line }) => originOf(page, line));
  const wanted = new Map<string, Set<string>>();
  for (const [at, origin] of origins.entries()) {
    const word = questions[at]?.word;
    if (!origin || word === undefined) continue;
    wanted.set(origin.commit, (wanted.get(origin.commit) ?? new Set()).add(word));
  }
  const places = new Map(
    [...wanted]
      .slice(0, revisionLimit)
      .map(([commit, words]) => [commit, grep(git, { commit, words })]),
  );
  return questions.map(({ word, isIdentifier }, at) => {
    const origin = origins[at];
    const found = origin && places.get(origin.commit)?.get(word);
    const place = found?.find(({ file }) => !isIdentifier || isCodePath(file));
    return origin && place ? { ...origin, ...place } : undefined;
  });
}

function grep(
  git: Git,
  { commit, words }: { commit: string; words: ReadonlySet<string> },
): ReadonlyMap<string, readonly Place[]> {
  const patterns = [...words].flatMap((word) => ['-e', word]);
  const answer = git([
    'grep',
    '-n',
    '-o',
    '-w',
    '-F',
    '-I',
    '-z',
    ...patterns,
    commit,
    '--',
    '.',
    ...noSources,
  ]);
  const places = new Map<string, Place[]>();
  for (const text of answer.output.toString('utf8').split('\n')) {
    const [path = '', line = '', word = ''] = text.split('\0');
    const file = path.slice(commit.length + 1);
    if (word === '' || !isProof(file)) continue;
    const known = places.get(word) ?? [];
    if (known.length < placeLimit) places.set(word, [...known, { file, line: Number(line) }]);
  }
  return places;
}

// What a test or an example holds was perhaps never the project's own.
function isProof(file: string): boolean {
  return isSourcePath(file) && sourceRank(file) < 2;
}
