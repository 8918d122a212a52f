import type { Git } from './git.ts';
import type { WordLoss, WordQuestion } from './history.ts';

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

/** How many revisions are searched in a run; questions beyond stay without an answer. */
const revisionLimit = 60;

type Origin = { readonly commit: string; readonly date: string };

/**
 * Answers word questions by one `git blame` a page and one `git grep` a revision: the revision
 * that wrote the line is searched for the words its sources no longer hold.
 */
export function findWordLosses(
  git: Git,
  { questions, revision }: { questions: readonly WordQuestion[]; revision: string },
): readonly (WordLoss | undefined)[] {
  const blames = new Map<string, ReadonlyMap<number, Origin>>();
  const origins = questions.map(({ page, line }) => {
    const blame = blames.get(page) ?? blameOf(git, { page, revision });
    blames.set(page, blame);
    return blame.get(line);
  });
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
  return questions.map(({ word }, at) => {
    const origin = origins[at];
    const place = origin && places.get(origin.commit)?.get(word);
    return place && { ...origin, ...place };
  });
}

function blameOf(
  git: Git,
  { page, revision }: { page: string; revision: string },
): ReadonlyMap<number, Origin> {
  const answer = git(['blame', '--porcelain', '-w', revision, '--', page]);
  const origins = new Map<number, Origin>();
  const dates = new Map<string, string>();
  let [commit, line] = ['', 0];
  for (const text of answer.output.toString('utf8').split('\n')) {
    const header = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(text);
    if (header) [commit, line] = [header[1] ?? '', Number(header[2])];
    else if (text.startsWith('author-time ')) dates.set(commit, dayOf(text.slice(12)));
    else if (text.startsWith('\t')) origins.set(line, { commit, date: dates.get(commit) ?? '' });
  }
  return origins;
}

function dayOf(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

function grep(
  git: Git,
  { commit, words }: { commit: string; words: ReadonlySet<string> },
): ReadonlyMap<string, { file: string; line: number }> {
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
  const places = new Map<string, { file: string; line: number }>();
  for (const text of answer.output.toString('utf8').split('\n')) {
    const [file = '', line = '', word = ''] = text.split('\0');
    if (word !== '' && !places.has(word)) {
      places.set(word, { file: file.slice(commit.length + 1), line: Number(line) });
    }
  }
  return places;
}
