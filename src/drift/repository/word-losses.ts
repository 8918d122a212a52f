import type { Git } from './git.ts';
import type { WordLoss, WordQuestion } from './history.ts';
import { findKeyLosses } from './key-losses.ts';
import type { OriginOf } from './line-origins.ts';
import { isCodePath, isPipelinePath, isSourcePath, sourceRank } from './sources.ts';

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

/** The first places of a word, by what they prove. */
type Places = {
  /** Program code declares it: it is the project's own, not a library's that it calls. */
  readonly declared?: Place;
  readonly source?: Place;
  readonly pipeline?: Place;
};

/** Longer lines are generated: nobody wrote the words in them. */
const lineLimit = 2_000;

/** How many revisions are searched in a run; questions beyond stay without an answer. */
const revisionLimit = 60;

/**
 * Answers word questions by one `git grep` a revision, and those on keys by one reading: the
 * revision that wrote the line is searched for the words its sources no longer hold.
 */
export function findWordLosses(
  git: Git,
  { questions, originOf }: { questions: readonly WordQuestion[]; originOf: OriginOf },
): readonly (WordLoss | undefined)[] {
  const origins = questions.map(({ page, line }) => originOf(page, line));
  const wanted = new Map<string, Set<string>>();
  for (const [at, origin] of origins.entries()) {
    const { word, keyIn } = questions[at] ?? {};
    if (!origin || word === undefined || keyIn) continue;
    wanted.set(origin.commit, (wanted.get(origin.commit) ?? new Set()).add(word));
  }
  const places = new Map(
    [...wanted]
      .slice(0, revisionLimit)
      .map(([commit, words]) => [commit, grep(git, { commit, words })]),
  );
  const keyLosses = findKeyLosses(git, { questions, origins });
  return questions.map(({ word, isIdentifier, keyIn }, at) => {
    if (keyIn) return keyLosses[at];
    const origin = origins[at];
    const found = origin && places.get(origin.commit)?.get(word);
    const place = isIdentifier ? found?.declared : (found?.source ?? found?.pipeline);
    return origin && place ? { ...origin, ...place } : undefined;
  });
}

function grep(
  git: Git,
  { commit, words }: { commit: string; words: ReadonlySet<string> },
): ReadonlyMap<string, Places> {
  // Before the slash of a path stands a word of its base.
  const patterns = [...words].flatMap((word) => ['-e', word.replace(/^\//, '')]);
  const options = ['-n', '-w', '-F', '-I', '-z'];
  const answer = git(['grep', ...options, ...patterns, commit, '--', '.', ...noSources]);
  const places = new Map<string, Places>();
  for (const text of answer.output.toString('utf8').split('\n')) {
    const [path = '', line = '', source = ''] = text.split('\0');
    const file = path.slice(commit.length + 1);
    if (!isProof(file, source) || source.length > lineLimit) continue;
    for (const word of [...wordsOf(source), ...routesOf(source)]) {
      if (!words.has(word)) continue;
      const place = { file, line: Number(line) };
      places.set(word, withPlace(places.get(word) ?? {}, { word, source, place }));
    }
  }
  return places;
}

function withPlace(
  known: Places,
  { word, source, place }: { word: string; source: string; place: Place },
): Places {
  const isDeclared = !known.declared && isCodePath(place.file) && declares(source, word);
  const first = isPipelinePath(place.file) ? { pipeline: place } : { source: place };
  return { ...(isDeclared && { declared: place }), ...first, ...known };
}

// `test:e2e` is a word, and so are `test` and `e2e`.
function wordsOf(source: string): ReadonlySet<string> {
  return new Set([
    ...(source.match(/[\w$]+/g) ?? []),
    ...(source.match(/[\w$]+(?:[:-][\w$]+)+/g) ?? []),
  ]);
}

const declaration =
  /\b(?:path|route|url)\b["']?\s*[:=]|\b(?!\w*(?:axios|client|fetch|http|request))\w+\.(?:all|delete|get|patch|post|put|route|use)\(/i;

/** The path that a line declares as a route: whole, and without the base of a server. */
function routesOf(source: string): readonly string[] {
  if (!declaration.test(source)) return [];
  return [...source.matchAll(/["'`](\/[\w/-]+?)\/?["'`]/g)].flatMap(([, path = '']) => [
    path,
    path.replace(/^(?:\/(?:api|rest|v\d[\w-]*))+(?=\/)/, ''),
  ]);
}

// What a test or an example holds was perhaps never the project's own; what tests share is.
function isProof(file: string, source: string): boolean {
  if (!isSourcePath(file)) return false;
  const isShared = /^export /.test(source) && !/(?:^|\/)(?:examples?|demo)\//.test(file);
  return sourceRank(file) < (isShared ? 3 : 2);
}

/** A line that ends where its brackets do, and gives no type: a statement. */
const call = /^(?!.*\)\s*(?:[:{]|->|=>)).*\);?\s*$/;

const keyword =
  '(?:function|class|interface|type|enum|const|let|var|def|fn|func|struct|trait|module|record|object|val|fun)\\*?';

// After a keyword, first on its line as a method, a property or a field, or quoted as a name with
// an underscore, as tags and keys are; never after a dot. The type of a resource is its provider's.
function declares(source: string, word: string): boolean {
  const name = word.replace(/[$-]/g, '\\$&');
  if (new RegExp(`^\\s*(?:resource|data)\\s+"${name}"\\s+"`).test(source)) return false;
  const modifiers =
    '(?:(?:export|default|async|static|public|private|protected|readonly|abstract|get|set)\\s+)*';
  if (word.includes('_') && new RegExp(`["']${name}["']`).test(source)) return true;
  if (new RegExp(`^\\s*${name}\\(`).test(source) && call.test(source)) return false;
  return new RegExp(
    `\\b${keyword}\\s+${name}\\b|^\\s*${modifiers}["']?${name}["']?\\s*[?!]?[(:=<]`,
  ).test(source);
}
