import type { ShellWord } from '#drift/claims/shell.ts';
import type { Invocation } from './invocation.ts';

/** What a command needs: a file it runs or reads, a task of a task file, or a program. */
export type CommandTarget =
  | { readonly type: 'file'; readonly word: ShellWord }
  | {
      readonly type: 'task';
      readonly runner: 'make' | 'just' | 'task';
      readonly word: ShellWord;
      readonly file?: string;
      readonly folder?: string;
    };

const interpreters =
  /^(?:node|nodejs|tsx|ts-node|ts-node-esm|deno|bun|python\d?(?:\.\d+)?|ruby|perl|php|bash|sh|zsh|dash|pwsh|powershell|Rscript)$/;
const verbs = /^(?:run|watch|--watch|exec)$/;
const flagsWithValue =
  /^(?:-r|--require|--import|--loader|--env-file|--env-file-if-exists|-C|--conditions|-m|-c|-e|--eval|-p|--print|-W|-X|--project|-P|--tsconfig)$/;

/** Targets of an invocation whose absence would make it fail. */
export function commandTargets({ program, args }: Invocation): readonly CommandTarget[] {
  const name = program.value;
  if (/^\.{1,2}\/[\w.-]/.test(name)) return [{ type: 'file', word: program }];
  if (interpreters.test(name)) return scriptFile(args);
  if (/^(?:source|\.)$/.test(name)) return files(args.slice(0, 1));
  if (name === 'psql') return files(valuesOf(args, /^(?:-f|--file)$/));
  if (name === 'docker-compose' || (name === 'docker' && args[0]?.value === 'compose')) {
    return files(valuesOf(args, /^(?:-f|--file)$/));
  }
  if (name === 'make' || name === 'gmake') return makeTargets(args);
  if (name === 'just' || name === 'task') return firstTask(name, args);
  return [];
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

function files(words: readonly ShellWord[]): readonly CommandTarget[] {
  return words
    .filter(
      ({ value, isLiteral }) =>
        isLiteral && /[./]/.test(value) && !/^(?:https?:|\/dev\/|[/~-])/.test(value),
    )
    .map((word) => ({ type: 'file', word }));
}

function valuesOf(args: readonly ShellWord[], flag: RegExp): readonly ShellWord[] {
  return args.filter((_, at) => flag.test(args[at - 1]?.value ?? ''));
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
