import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { parentOf } from './files.ts';
import { definePart, type Repository } from './repository.ts';

/**
 * A file of tasks: its runner, its folder, and the tasks it declares with their lines. The services
 * of a Compose file are what its commands name.
 */
export type TaskFile = {
  readonly file: string;
  readonly folder: string;
  readonly runner: 'make' | 'just' | 'task' | 'rake' | 'compose';
  readonly tasks: ReadonlyMap<string, number>;
  /** Prefixes and suffixes of targets made by pattern, such as `docker-%`. */
  readonly patterns: readonly string[];
  /** It includes others, or makes targets that cannot be told: absence proves nothing. */
  readonly isOpen: boolean;
};

type TaskList = Pick<TaskFile, 'tasks' | 'patterns' | 'isOpen'>;

type Kind = {
  readonly name: RegExp;
  readonly runner: TaskFile['runner'];
  readonly read: (text: string) => TaskList;
};

const kinds: readonly Kind[] = [
  { name: /(?:^|\/)(?:GNU)?[Mm]akefile(?:\.[\w-]+)?$|\.mk$/, runner: 'make', read: readMakefile },
  { name: /(?:^|\/)\.?[Jj]ustfile$|\.just$/, runner: 'just', read: readJustfile },
  { name: /(?:^|\/)Rakefile$|\.rake$/, runner: 'rake', read: readRakefile },
  {
    name: /(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/,
    runner: 'task',
    read: (text) => readYaml(text, { tasks: 'tasks', others: 'includes' }),
  },
  {
    name: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/,
    runner: 'compose',
    read: (text) => readYaml(text, { tasks: 'services', others: 'include' }),
  },
];

/** The task files of the repository. */
export const tasksPart = definePart('tasks', (repository: Repository): readonly TaskFile[] =>
  repository.files.paths.flatMap((file) => {
    const kind = kinds.find(({ name }) => name.test(file));
    const text = kind && repository.read(file);
    if (!kind || text === undefined) return [];
    const folder = parentOf(file);
    return [{ file, folder, runner: kind.runner, ...kind.read(text) }];
  }),
);

function readMakefile(text: string): TaskList {
  const tasks = new Map<string, number>();
  const patterns: string[] = [];
  let isOpen = false;
  for (const { at, line } of logicalLines(text)) {
    // What a function writes may be rules.
    if (/^\s*-?s?include\s|^(?!\t).*\$[({](?:eval|call)\b/.test(line)) isOpen = true;
    const rule = /^ *([^\s#:=][^#:=]*?)\s*::?(?!=)/.exec(line.replace(/\\:/g, ':'));
    // `.PHONY: a` says of `a` that it is no file, not how to make it.
    const names = rule?.[1] === '.PHONY' ? '' : (rule?.[1] ?? '');
    for (const name of names.split(/\s+/).filter((each) => each !== '')) {
      if (name === '%' || (name.includes('$') && !isFileIn(name, text))) isOpen = true;
      else if (name.includes('%')) patterns.push(name);
      else if (!tasks.has(name)) tasks.set(name, at + 1);
    }
    const escaped = /^((?:[\w./-]|\\:)+):(?:\s|$)/.exec(line)?.[1];
    if (escaped?.includes('\\:')) tasks.set(escaped.replaceAll('\\:', ':'), at + 1);
  }
  return { tasks, patterns, isOpen };
}

/** Lines with those that a backslash joins to them, by the number of the first. */
function logicalLines(text: string): readonly { readonly at: number; readonly line: string }[] {
  const lines: { at: number; line: string }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const last = lines.at(-1);
    if (last?.line.endsWith('\\')) last.line = `${last.line.slice(0, -1)} ${line.trim()}`;
    else lines.push({ at, line });
  }
  return lines;
}

// `$(TOOL): bin`, where `TOOL ?= $(BIN)/tool`: a file, which nobody asks for by a task's name.
function isFileIn(name: string, text: string): boolean {
  const variable = /^\$[({](\w+)[)}]$/.exec(name)?.[1];
  const value = new RegExp(`^[ ]*${variable}\\s*[:?]?=\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
  const path = value.trim().replace(/\$[({][^(){}]*[)}]/g, '$');
  return variable !== undefined && /^\S*(?:\/\S*|\.\w+)$/.test(path);
}

/** A recipe with its parameters, whose defaults may hold colons: `run bind="localhost:8000": build`. */
const recipe = /^@?([A-Za-z_][\w-]*)(?:[^:"'`]|"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)*:(?!=)/;

function readJustfile(text: string): TaskList {
  const lines = text.split('\n').entries();
  const tasks = [...lines].flatMap(([at, line]) => {
    const name = recipe.exec(line)?.[1] ?? /^alias\s+([\w-]+)/.exec(line)?.[1];
    return name === undefined ? [] : [[name, at + 1] as const];
  });
  return { tasks: new Map(tasks), patterns: [], isOpen: /^(?:import|mod)\b/m.test(text) };
}

// Gems bring tasks of their own: `db:migrate` stands in no file.
function readRakefile(text: string): TaskList {
  const tasks = new Map<string, number>();
  let outer: readonly { readonly name: string; readonly indent: number }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [, space = '', keyword, name = ''] =
      /^(\s*)(?:(namespace|task)[ (]+(?:[:"']["']?(?=\w)|(?=\w+:))(\w+(?::\w+)*)|end\b)/.exec(
        line,
      ) ?? [];
    if (keyword === undefined && !/^\s*end\b/.test(line)) continue;
    outer = outer.filter(({ indent }) => indent < space.length);
    if (keyword === 'namespace') outer = [...outer, { name, indent: space.length }];
    if (keyword === 'task') tasks.set([...outer.map((each) => each.name), name].join(':'), at + 1);
  }
  return { tasks, patterns: [], isOpen: true };
}

function readYaml(text: string, keys: { tasks: string; others: string }): TaskList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const tasks = document.get(keys.tasks);
  if (!isMap(tasks)) return { tasks: new Map(), patterns: [], isOpen: true };
  const entries = tasks.items.flatMap(({ key }) =>
    isScalar(key) ? [[String(key.value), lines.linePos(key.range?.[0] ?? 0).line] as const] : [],
  );
  return { tasks: new Map(entries), patterns: [], isOpen: document.has(keys.others) };
}
