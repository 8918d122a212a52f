import type { Mention } from '#drift/claims/mention.ts';
import { nearestName } from '#drift/nearest.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { type TaskFile, tasksPart } from '#drift/repository/tasks.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { type CommandTarget, commandTargets } from './command-target.ts';
import { joinPath, type Workplace, workplaceOf } from './folder.ts';
import { invocationsOf } from './invocation.ts';
import { misspeltPath, nearestPath } from './nearest-path.ts';
import { mayBeElsewhere } from './other-repository.ts';
import { hasExtension, isPlaceholder } from './path-text.ts';
import { exists, isElsewhere } from './places.ts';
import { isAboutReadersProject } from './reader.ts';

type CommandMention = Target & { readonly needs: CommandTarget; readonly workplace: Workplace };

/** The files and tasks that a command on a page needs: `node scripts/x.js`, `make build`. */
export const commandAnchor = defineAnchor<CommandMention>({
  kind: 'command',
  forms: ['inline-code', 'fence'],
  recognise: (mention, repository) =>
    invocationsOf(mention)
      .filter(({ args }) => mention.form === 'fence' || args.length > 0)
      .flatMap((invocation) =>
        commandTargets(invocation).map((needs) => ({
          text: mention.text.slice(invocation.program.start, needs.word.end),
          start: invocation.program.start,
          needs,
          workplace: workplaceOf(invocation, mention, repository),
        })),
      ),
  resolve: ({ needs, workplace }, repository, mention) =>
    needs.type === 'file'
      ? resolveFile({ needs, path: needs.word.value, workplace, mention }, repository)
      : resolveTask({ needs, workplace, mention }, repository),
});

type FileQuestion = {
  readonly needs: Extract<CommandTarget, { type: 'file' }>;
  readonly path: string;
  readonly workplace: Workplace;
  readonly mention: Mention;
};

function resolveFile(question: FileQuestion, repository: Repository): Resolution {
  const { path, workplace, mention } = question;
  const bases = [...new Set([...workplace.folders, ''])];
  const places = bases.map((base) => joinPath(base, path)).filter((place) => place !== undefined);
  const place = places.find((each) => exists(each, repository) || exists(`${each}.js`, repository));
  if (place !== undefined) return { status: 'found', evidence: { file: place } };
  const suffix = path.replace(/^(?:\.{0,2}\/)+/, '');
  const [ending, ...more] = repository.files.withSuffix(suffix);
  if (ending !== undefined) {
    return {
      status: 'found',
      evidence: { file: ending },
      note: more.length > 0 ? 'one of several by its ending' : 'by its ending',
    };
  }
  if (isPlaceholder(path) || isElsewhere(path, mention.page, repository) || isBuilt(path)) {
    return { status: 'unknown', reason: 'generated, or made by the reader' };
  }
  const misspelt = misspeltPath(suffix, repository);
  const nearest = misspelt ?? nearestPath(path, repository);
  return {
    status: 'missing',
    code: 'command-missing',
    target: suffix,
    ...(nearest !== undefined && { nearest }),
    places: places.length > 0 ? places : [suffix],
    ...(misspelt !== undefined && { evidence: { file: misspelt } }),
    strength: isSureFile(question, repository) || misspelt !== undefined ? 'stated' : 'guessed',
  };
}

function isBuilt(path: string): boolean {
  return /(?:^|\/)(?:node_modules|dist|build|out|target|bin|\.next|venv|\.venv)\//.test(path);
}

// A script of a folder that is there, or beside the page, on a page about working here.
function isSureFile(
  { needs, path, workplace, mention }: FileQuestion,
  repository: Repository,
): boolean {
  if (needs.mayBeMade || !workplace.isKnown || isAboutReadersProject(mention)) return false;
  const isScript = hasExtension(path.slice(path.lastIndexOf('/') + 1));
  const hasParent =
    path.includes('/') &&
    workplace.folders.some((base) => {
      const parent = joinPath(base, path)?.replace(/\/?[^/]*$/, '');
      return parent !== undefined && parent !== '' && repository.files.hasFolder(parent);
    });
  const isNamed = isScript && (hasParent || path.startsWith('./'));
  return isNamed && isProjectPage(mention.page) && !mayBeElsewhere(path, mention, repository);
}

function resolveTask(
  {
    needs,
    workplace,
    mention,
  }: { needs: Extract<CommandTarget, { type: 'task' }>; workplace: Workplace; mention: Mention },
  repository: Repository,
): Resolution {
  const all = repository.part(tasksPart).filter(({ runner }) => runner === needs.runner);
  const folders =
    needs.folder === undefined
      ? workplace.folders
      : workplace.folders.map((base) => joinPath(base, needs.folder ?? ''));
  const near = all.filter(({ folder }) => folders.includes(folder));
  const name = needs.word.value;
  for (const { file, tasks } of [...near, ...all]) {
    const line = tasks.get(name);
    if (line !== undefined) return { status: 'found', evidence: { file, line } };
  }
  const byPattern = near.find(({ patterns }) => patterns.some((pattern) => fits(name, pattern)));
  if (byPattern)
    return { status: 'found', evidence: { file: byPattern.file }, note: 'by a pattern' };
  const [first] = near;
  if (!first) return { status: 'unknown', reason: `no ${needs.runner} file is near` };
  if (isFileTarget(name, repository)) return { status: 'found', evidence: { file: name } };
  return missingTask({ name, near, mention, workplace, first, repository });
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
  const nearest = nearestName(
    name,
    near.flatMap(({ tasks }) => [...tasks.keys()]),
  );
  const isHere = workplace.isKnown && !isAboutReadersProject(mention);
  const isOpen = !isHere || near.some((file) => file.isOpen);
  const isSpelt = near.some(({ file }) => repository.read(file)?.includes(name));
  const isWord = mention.form === 'inline-code' && proseWord.test(name);
  return {
    status: 'missing',
    code: 'task-missing',
    target: name,
    ...(nearest !== undefined && { nearest }),
    places: [],
    evidence: { file: first.file },
    strength: (isOpen && !isRespelt(name, nearest)) || isWord ? 'guessed' : 'stated',
    ...(isHere && !(isOpen && isSpelt) && name.length > 7 && { word: name }),
  };
}

// `make sure`, in code by mistake.
const proseWord = /^(?:sure|it|a|an|the|this|that|these|use|your|changes?|sense|new)$/;

// `test:e2e` for `test-e2e`: no pattern explains that.
function isRespelt(name: string, nearest: string | undefined): boolean {
  const lettersOf = (text: string) => text.replace(/[^a-z0-9]/gi, '');
  return nearest !== undefined && lettersOf(nearest) === lettersOf(name);
}
