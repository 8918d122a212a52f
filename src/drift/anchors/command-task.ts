import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type TaskFile, tasksPart } from '#drift/repository/tasks.ts';
import { wordsPart } from '#drift/repository/words.ts';
import type { Resolution } from './anchor.ts';
import type { CommandTarget } from './command-target.ts';
import { joinPath, type Workplace } from './folder.ts';
import { mayRunElsewhere } from './other-clone.ts';
import { isAboutReadersProject } from './reader.ts';

type TaskQuestion = {
  readonly needs: Extract<CommandTarget, { type: 'task' }>;
  readonly workplace: Workplace;
  readonly mention: Mention;
};

/** A task of a task file, or a service of a Compose file, where the command would look for it. */
export function resolveTask(
  { needs, workplace, mention }: TaskQuestion,
  repository: Repository,
): Resolution {
  const all = repository.part(tasksPart).filter(({ runner }) => runner === needs.runner);
  const folders =
    needs.folder === undefined
      ? workplace.folders
      : workplace.folders.map((base) => joinPath(base, needs.folder ?? ''));
  // Rails reads those below `lib/tasks/` from the root.
  const near = needs.runner === 'rake' ? all : all.filter(({ folder }) => folders.includes(folder));
  // A sentence may end inside its code span.
  const name = needs.word.value.replace(/[.:]+$/, '');
  for (const { file, tasks } of [...near, ...all]) {
    const line = tasks.get(name);
    if (line !== undefined) return { status: 'found', evidence: { file, line } };
  }
  const byPattern = near.find(({ patterns }) => patterns.some((pattern) => fits(name, pattern)));
  if (byPattern)
    return { status: 'found', evidence: { file: byPattern.file }, note: 'by a pattern' };
  const meant = fileOfPage(repository.read(mention.page) ?? '', needs.runner, all);
  const read = meant ? [meant] : near;
  // The file that is read without further words has the shortest name.
  const [first] = read.toSorted((a, b) => a.file.length - b.file.length);
  if (!first) return withoutFile({ name, all, folders }, { needs, workplace, mention }, repository);
  if (standIn.test(name)) return { status: 'unknown', reason: 'a placeholder' };
  if (isFileTarget(name, repository)) return { status: 'found', evidence: { file: name } };
  if (isShown(name, needs.runner, repository.read(mention.page) ?? ''))
    return { status: 'unknown', reason: 'the page shows a file of its own' };
  return missingTask({ name, near: read, mention, workplace, first, repository });
}

/** How many tasks of one file a page names, to be about that file wherever the page lies. */
const MANY = 2;

// The one file that has most of the tasks which a page runs: `docs/api/use.md` may tell of `api/`.
function fileOfPage(
  page: string,
  runner: TaskFile['runner'],
  all: readonly TaskFile[],
): TaskFile | undefined {
  const names = new Set(
    [...page.matchAll(new RegExp(`\\b${runner} +([a-z][\\w:.-]*)`, 'g'))].map(
      ([, name = '']) => name,
    ),
  );
  const [best, next] = all
    .map((file) => ({ file, count: [...names].filter((name) => file.tasks.has(name)).length }))
    .sort((a, b) => b.count - a.count);
  return best && best.count >= MANY && best.count > (next?.count ?? 0) ? best.file : undefined;
}

/** The names under which runners look for their file. */
const fileNames = {
  make: ['Makefile', 'makefile', 'GNUmakefile'],
  just: ['justfile', 'Justfile', '.justfile'],
  task: ['Taskfile.yml', 'Taskfile.yaml'],
  rake: [],
  compose: [],
} as const;

/** `make taskname`: whichever task the reader wants. */
const standIn = /^(?:command|recipe|script|target|task)[-_]?name$/i;

/** What writes a file of tasks, where none is tracked. */
const generator = /(?:^|\/)(?:CMakeLists\.txt|configure(?:\.(?:ac|in))?|Makefile\.(?:am|in|PL))$/;

// With the last file of its runner every task is gone: its removal is the receipt.
function withoutFile(
  {
    name,
    all,
    folders,
  }: { name: string; all: readonly TaskFile[]; folders: readonly (string | undefined)[] },
  { needs, workplace, mention }: TaskQuestion,
  repository: Repository,
): Resolution {
  const { files } = repository;
  const places = folders
    .flatMap((folder) => fileNames[needs.runner].map((file) => joinPath(folder ?? '', file)))
    .filter((place) => place !== undefined);
  const isOurs =
    all.length === 0 &&
    workplace.isKnown &&
    isProjectPage(mention.page) &&
    !isAboutReadersProject(mention) &&
    !mayRunElsewhere(mention, repository) &&
    !places.some((place) => files.isIgnored(place)) &&
    !files.paths.some((file) => generator.test(file));
  if (!isOurs) return { status: 'unknown', reason: `no ${needs.runner} file is near` };
  return { status: 'missing', code: 'task-missing', target: name, places, strength: 'guessed' };
}

// A guide for hosts writes out the Compose file that they shall have.
function isShown(name: string, runner: TaskFile['runner'], page: string): boolean {
  return runner === 'compose' && new RegExp(`^\\s+${RegExp.escape(name)}:\\s*$`, 'm').test(page);
}

function fits(name: string, pattern: string): boolean {
  const [head = '', tail = ''] = pattern.split('%');
  return name.length > head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

function isFileTarget(name: string, repository: Repository): boolean {
  return repository.files.hasFile(name) && /[./]/.test(name);
}

function missingTask(parts: {
  name: string;
  near: readonly TaskFile[];
  mention: Mention;
  workplace: Workplace;
  first: TaskFile;
  repository: Repository;
}): Resolution {
  const { name, near, mention, workplace, first, repository } = parts;
  const names = near.flatMap(({ tasks }) => [...tasks.keys()]);
  const nearest = nearestName(name, names);
  const isHere =
    workplace.isKnown && !isAboutReadersProject(mention) && !mayRunElsewhere(mention, repository);
  const isOpen = !isHere || near.some((file) => file.isOpen);
  const isSpelt = near.some(({ file }) => repository.read(file)?.includes(name));
  const isHosting = first.runner === 'compose' && !isProjectPage(mention.page);
  const isWord = mention.form === 'inline-code' && proseWord.test(name);
  return {
    status: 'missing',
    code: 'task-missing',
    target: name,
    ...(nearest !== undefined && { nearest }),
    places: [],
    evidence: { file: first.file },
    strength: (isOpen && !isRespelt(name, nearest)) || isWord || isHosting ? 'guessed' : 'stated',
    ...(isHere && !(isOpen && isSpelt) && wordOf(name, first, repository)),
  };
}

// Rake's own files give the parts of a name line by line: only what no source holds is gone.
function wordOf(
  name: string,
  { runner }: TaskFile,
  repository: Repository,
): { readonly word?: string } {
  const word = runner === 'rake' ? name.slice(name.lastIndexOf(':') + 1) : name;
  const isHeld = runner === 'rake' && repository.part(wordsPart).find(word) !== undefined;
  return isHeld || word.length < 8 ? {} : { word };
}

// `make sure`, in code by mistake.
const proseWord = /^(?:sure|it|a|an|the|this|that|these|use|your|changes?|sense|new)$/;

// `test:e2e` for `test-e2e`: no pattern explains that.
function isRespelt(name: string, nearest: string | undefined): boolean {
  const lettersOf = (text: string) => text.replace(/[^a-z0-9]/gi, '');
  return nearest !== undefined && lettersOf(nearest) === lettersOf(name);
}
