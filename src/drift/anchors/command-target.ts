import type { ShellWord } from '#drift/claims/shell.ts';
import { parentOf } from '#drift/repository/files.ts';
import type { TaskFile } from '#drift/repository/tasks.ts';
import { composeServices } from './docker-compose.ts';
import type { Invocation } from './invocation.ts';

/** What a command needs: a file it runs or reads, a task of a task file, or a program. */
export type CommandTarget =
  | {
      readonly type: 'file';
      readonly word: ShellWord;
      /** What is read or entered may have been made on the way: its absence alone proves nothing. */
      readonly mayBeMade?: boolean;
      /** The sample that a copy is made of: nobody makes it on the way. */
      readonly isSample?: boolean;
      /** `script/setup`: what runs, without the `./` that tells it from words. */
      readonly isBare?: boolean;
    }
  | {
      readonly type: 'task';
      readonly runner: TaskFile['runner'];
      readonly word: ShellWord;
      readonly file?: string;
      readonly folder?: string;
    };

const interpreters =
  /^(?:node|nodejs|tsx|ts-node|ts-node-esm|deno|bun|python\d?(?:\.\d+)?|ruby|perl|php|bash|sh|zsh|dash|pwsh|powershell|Rscript)$/;
const verbs = /^(?:run|watch|--watch|exec)$/;
const flagsWithValue =
  /^(?:-r|--require|--import|--loader|--env-file|--env-file-if-exists|-C|--conditions|-m|-c|-e|--eval|-p|--print|-W|-X|--project|-P|--tsconfig)$/;

/** `script/setup`: a program of this repository, as a shell runs it. */
const ofScripts = /^(?:[\w.-]+\/)*scripts?\/[\w-]+(?:\.\w+)?$/;

type Call = Pick<Invocation, 'program' | 'args'>;

/** Targets of an invocation whose absence would make it fail. */
export function commandTargets(call: Call): readonly CommandTarget[] {
  const inner = innerCall(call);
  if (inner) return commandTargets(inner);
  const { program, args } = call;
  const name = program.value;
  if (/^\.{1,2}\/[\w.-]/.test(name)) return [{ type: 'file', word: program }];
  if (ofScripts.test(name)) return [{ type: 'file', word: program, isBare: true }];
  if (interpreters.test(name)) return scriptFile(args);
  if (name === 'ansible-playbook') return files(args.filter(isPlaybook).slice(0, 1));
  if (/^(?:\.\/)?(?:bin\/)?(?:rake|rails)$/.test(name)) return rakeTask(name, args);
  if (/^(?:source|\.)$/.test(name)) return files(args.slice(0, 1));
  if (name === 'psql') return files(valuesOf(args, /^(?:-f|--file)$/));
  if (name === 'docker-compose') return composeTargets(args);
  if (name === 'docker' && args[0]?.value === 'compose') return composeTargets(args.slice(1));
  if (name === 'make' || name === 'gmake') return makeTargets(args);
  if (name === 'just' || name === 'task') return firstTask(name, args);
  return readFiles(name, args).map((target) => ({ ...target, mayBeMade: true }));
}

/** `npx tsx a.ts`, `bundle exec ruby a.rb`: the command that another one starts. */
function innerCall({ program, args }: Call): Call | undefined {
  const isRunner = /^(?:npx|pnpx|bunx)$/.test(program.value);
  const isVerb = /^(?:bundle exec|(?:poetry|uv|pipenv|pdm) run)$/.test(
    `${program.value} ${args[0]?.value}`,
  );
  if (!isRunner && !isVerb) return undefined;
  const [inner, ...rest] = isVerb ? args.slice(1) : args;
  return inner && !inner.value.startsWith('-') ? { program: inner, args: rest } : undefined;
}

/** Files and folders that other programs read, enter or copy. */
function readFiles(name: string, args: readonly ShellWord[]): readonly FileTarget[] {
  const words = args.filter(({ value }) => !value.startsWith('-'));
  if (name === 'cd' || name === 'pushd') return folders(words.slice(0, 1).filter(isBelow));
  if (/^(?:cp|mv)$/.test(name))
    return files(words.slice(0, -1)).map((target) => ({ ...target, isSample: isSample(target) }));
  if (/^(?:cat|pytest|rspec|phpunit)$/.test(name)) return files(words);
  if (name === 'chmod') return files(words.slice(1));
  if (name === 'docker') return files(valuesOf(args, /^(?:-f|--file)$/));
  if (name === 'helm') return files(valuesOf(args, /^(?:-f|--values)$/));
  if (/^(?:kubectl|oc)$/.test(name))
    return files(valuesOf(args, /^(?:-f|--filename|-k|--kustomize)$/));
  if (name === 'kustomize' && words[0]?.value === 'build') return files(words.slice(1, 2));
  if (name === 'go') return goFiles(words);
  if (/^pip\d?$/.test(name)) return files(valuesOf(args, /^(?:-r|--requirement)$/));
  return [];
}

function isSample({ word: { value } }: FileTarget): boolean {
  return /(?:^|[._-])(?:example|sample|template)(?:[._-]|$)/i.test(
    value.slice(value.lastIndexOf('/') + 1),
  );
}

// A program by its folder, or by its one file: `go get host/name.go` names neither.
function goFiles(words: readonly ShellWord[]): readonly FileTarget[] {
  const isRun = words[0]?.value === 'run';
  return files(
    words.filter(
      ({ value }) => /^\.\/(?!.*\.\.)/.test(value) || (isRun && /^\w+\.go$/.test(value)),
    ),
  );
}

// `cd ..` leaves what was entered before; where to, the page need not say.
function isBelow({ value }: ShellWord): boolean {
  return /^\w/.test(value) || (value.includes('/') && !value.startsWith('..'));
}

function folders(words: readonly ShellWord[]): readonly FileTarget[] {
  return words
    .filter(({ value, isLiteral }) => isLiteral && !/^[/~-]/.test(value))
    .map((word) => ({ type: 'file', word }));
}

function scriptFile(args: readonly ShellWord[]): readonly CommandTarget[] {
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (!word || /^(?:-e|--eval|-p|--print|-c|-m|--test|-|--)$/.test(word.value)) return [];
    if (flagsWithValue.test(word.value)) at += 1;
    else if (!word.value.startsWith('-') && !verbs.test(word.value)) return files([word]);
  }
  return [];
}

function isPlaybook({ value }: ShellWord, at: number, args: readonly ShellWord[]): boolean {
  const isValue = /^(?:-[ielutfcTMCD]|--[\w-]+)$/.test(args[at - 1]?.value ?? '');
  return /^[\w./].*\.ya?ml$/.test(value) && !isValue;
}

// `rails db:migrate` is a task of Rake as well; `rails server` is none.
function rakeTask(program: string, args: readonly ShellWord[]): readonly CommandTarget[] {
  const [word] = args.filter(({ value }) => !value.startsWith('-') && !value.includes('='));
  const name = word?.value.replace(/\[.*$/s, '') ?? '';
  const isTask = program.endsWith('rake') || name.includes(':');
  return word && isTask && /^[a-z][\w:]*$/.test(name)
    ? [{ type: 'task', runner: 'rake', word: { ...word, value: name } }]
    : [];
}

/** A file or folder that a command needs. */
export type FileTarget = Extract<CommandTarget, { type: 'file' }>;

function files(words: readonly ShellWord[]): readonly FileTarget[] {
  return words
    .filter(
      ({ value, isLiteral }) =>
        isLiteral && /[./]/.test(value) && !/^(?:https?:|\/dev\/|[/~-])/.test(value),
    )
    .map((word) => ({ type: 'file', word }));
}

function valuesOf(args: readonly ShellWord[], flag: RegExp): readonly ShellWord[] {
  return args.flatMap((word, at) => {
    if (flag.test(args[at - 1]?.value ?? '')) return [word];
    const [name = '', value] = word.value.split(/=(.*)/s);
    if (value === undefined || !flag.test(name)) return [];
    // Where it is quoted, the offset cannot be told from the value.
    const isPlain = word.end - word.start === word.value.length;
    return isPlain ? [{ ...word, value, start: word.end - value.length }] : [{ ...word, value }];
  });
}

function composeTargets(args: readonly ShellWord[]): readonly CommandTarget[] {
  const named = files(valuesOf(args, /^(?:-f|--file)$/));
  const [file] = named;
  const place = file && { folder: parentOf(file.word.value) };
  const services = composeServices(args).map(
    (word): CommandTarget => ({ type: 'task', runner: 'compose', word, ...place }),
  );
  return [...named, ...services];
}

function makeTargets(args: readonly ShellWord[]): readonly CommandTarget[] {
  const [file] = valuesOf(args, /^(?:-f|--file|--makefile)$/);
  const [folder] = valuesOf(args, /^(?:-C|--directory)$/);
  const words = args.filter(
    ({ value, isLiteral }, at) =>
      isLiteral &&
      /^[\w][\w./:-]*$/.test(value) &&
      !value.includes('=') &&
      !/^-[fCjIo]$|^--(?:file|directory|makefile)$/.test(args[at - 1]?.value ?? ''),
  );
  return words.map((word) => ({
    type: 'task',
    runner: 'make',
    word,
    ...(file && { file: file.value }),
    ...(folder && { folder: folder.value }),
  }));
}

function firstTask(runner: 'just' | 'task', args: readonly ShellWord[]): readonly CommandTarget[] {
  const [word] = args.filter(({ value }) => !value.startsWith('-'));
  return word?.isLiteral && /^[\w][\w:-]*$/.test(word.value)
    ? [{ type: 'task', runner, word }]
    : [];
}
