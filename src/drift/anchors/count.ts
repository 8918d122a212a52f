import type { Mention } from '#drift/claims/mention.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { candidatePaths } from './places.ts';

type CountTarget = Target & { readonly count: number; readonly folder: string };

/** How many files or folders a folder holds: "`supabase/migrations` holds 14 migrations". */
export const countAnchor = defineAnchor<CountTarget>({
  kind: 'count',
  forms: ['prose'],
  recognise: counts,
  resolve: resolveCount,
});

const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const stated = new RegExp(
  `\\b(there are|has|have|holds?|contains?|consists? of|counts?)\\s+((\\d{1,4}|${words.join('|')})\\s+(?:[a-z]+\\s+)?(files|migrations|workflows|runbooks|folders|packages|checks|pages|tests|routes|scripts|modules|components))\\b(?! (?:that|which|for|to)\\b)`,
  'gi',
);

/** Without a code span, only these two name a folder. */
const namesFolder = /`|workflows|migrations/i;

function counts(mention: Mention, repository: Repository): readonly CountTarget[] {
  const { text } = mention;
  if (!namesFolder.test(text) || /\b(?:this|the|an) example\b/i.test(text)) return [];
  const matches = [...text.matchAll(stated)];
  if (
    matches.length === 0 ||
    /\b(?:about|around|roughly|over|more than|at least|up to|fewer than|less than|~)\b/i.test(text)
  )
    return [];
  return matches.flatMap((match) => {
    const [whole, , phrase = '', number = '', noun = ''] = match;
    const folder = folderOf({ mention, noun: noun.toLowerCase(), at: match.index }, repository);
    const count = /^\d/.test(number) ? Number(number) : words.indexOf(number.toLowerCase()) + 1;
    const start = match.index + whole.length - phrase.length;
    return folder === undefined ? [] : [{ text: phrase, start, count, folder }];
  });
}

/** The only folder that the sentence names; for migrations and workflows, the only one of that name. */
function folderOf(
  { mention, noun, at }: { mention: Mention; noun: string; at: number },
  { files }: Repository,
): string | undefined {
  const { text, page } = mention;
  const sentence = text.slice(
    text.lastIndexOf('. ', at) + 1,
    (text.indexOf('. ', at) + 1 || text.length + 1) - 1,
  );
  const named = [...sentence.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
    candidatePaths(code.replace(/\/$/, ''), page)
      .filter((path) => path !== '' && files.hasFolder(path) && !files.hasFile(path))
      .slice(0, 1),
  );
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  // A reader has workflows and migrations too.
  if (/\b(?:you|your|if)\b/i.test(sentence)) return undefined;
  if (noun === 'workflows') {
    const isThere = files.hasFolder('.github/workflows') && isOnGitHub(mention);
    return isThere ? '.github/workflows' : undefined;
  }
  if (noun !== 'migrations') return undefined;
  const folders = files.withSuffix('migrations').filter((path) => files.hasFolder(path));
  return folders.length === 1 ? folders[0] : undefined;
}

// A product has workflows, and so have other services that run jobs.
function isOnGitHub({ text, page, context: { headings, intro } }: Mention): boolean {
  const around = [page, ...headings.map((heading) => heading.text), intro, text].join('\n');
  if (/circle[ -]?ci|gitlab|jenkins|travis|buildkite|temporal|airflow|argo/i.test(around))
    return false;
  return isProjectPage(page) || /github|\bCI\b|pipeline|\bactions\b/i.test(around);
}

function resolveCount({ text, count, folder }: CountTarget, { files }: Repository): Resolution {
  const below = files.paths
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1));
  const own = below.filter(
    (path) => !path.includes('/') && !/^(?:\.|README|index\.|meta)/i.test(path),
  ).length;
  const all = below.filter((path) => !path.includes('/')).length;
  const inner = new Set(
    below.filter((path) => path.includes('/')).map((path) => path.split('/')[0]),
  ).size;
  if ([own, all, inner, below.length].includes(count))
    return { status: 'found', evidence: { file: folder } };
  const actual = own > 0 ? `${own} files` : `${inner} folders`;
  return {
    status: 'contradicted',
    code: 'count-differs',
    target: text,
    actual,
    evidence: { file: folder },
  };
}
