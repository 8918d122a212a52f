import type { Mention } from '#drift/claims/mention.ts';
import { parseShell, type ShellCommand, type ShellWord } from '#drift/claims/shell.ts';

/** A program that a page tells people to run, with the folder changes that come before it. */
export type Invocation = {
  readonly program: ShellWord;
  readonly args: readonly ShellWord[];
  readonly assignments: readonly ShellWord[];
  /** Arguments of the `cd` commands before it in the same block, in order. */
  readonly folders: readonly Change[];
  /** It runs in a container or on another machine, whose folders are unknown. */
  readonly isRemote: boolean;
};

/** A folder that is entered; what `git clone` was given before, where that made the folder. */
export type Change = ShellWord & { readonly clone?: string };

const SHELL_LANGUAGES = new Set(
  'sh bash shell zsh fish console terminal shell-session shellsession sh-session powershell ps1 pwsh cmd bat batch dosbatch text txt plaintext'.split(
    ' ',
  ),
);

const PROGRAM = /^[\w@./~-]+$/;

// All kinds ask about one mention before the next: a map of all would only burden the collector.
let latest: { readonly mention: Mention; readonly invocations: readonly Invocation[] } | undefined;

/** Commands of an inline code span or a shell fence; none for other mentions. Read once. */
export function invocationsOf(mention: Mention): readonly Invocation[] {
  if (!holdsCommands(mention)) return [];
  if (latest?.mention !== mention) latest = { mention, invocations: invocationsIn(mention.text) };
  return latest.invocations;
}

/** The commands of a script. */
export function invocationsIn(text: string): readonly Invocation[] {
  const invocations: Invocation[] = [];
  let folders: readonly Change[] = [];
  let clone: Clone | undefined;
  const outer: (readonly Change[])[] = [];
  for (const command of parseShell(withSlashes(text))) {
    while (outer.length > command.depth) folders = outer.pop() ?? [];
    while (outer.length < command.depth) outer.push(folders);
    invocations.push(...unwrap(command, folders));
    const [program] = command.words;
    clone = cloneOf(command.words) ?? clone;
    if (program && /^(?:cd|pushd|Set-Location)$/.test(program.value)) {
      folders = [...folders, ...command.words.slice(1, 2).map((word) => changeTo(word, clone))];
    } else if (program?.value === 'popd') {
      folders = folders.slice(0, -1);
    }
  }
  return invocations;
}

/** What `git clone` was given, and the folder that it makes where that can be told. */
type Clone = { readonly source: string; readonly folder?: string };

function cloneOf(words: readonly ShellWord[]): Clone | undefined {
  if (words[0]?.value !== 'git' || words[1]?.value !== 'clone') return undefined;
  const [source, folder] = words.slice(2).filter(({ value }) => !value.startsWith('-'));
  if (!source) return undefined;
  const made = folder?.value ?? (source.isLiteral ? nameIn(source.value) : undefined);
  return { source: source.value, ...(made !== undefined && { folder: made }) };
}

function nameIn(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1).replace(/\.git$/, '');
}

function changeTo(word: ShellWord, clone: Clone | undefined): Change {
  const folder = word.value.replace(/^\.\//, '').replace(/\/$/, '');
  const isMade = clone !== undefined && (clone.folder === undefined || clone.folder === folder);
  return isMade && !folder.includes('/') ? { ...word, clone: clone.source } : word;
}

// `python .\tools\run.py`: a path as Windows writes it.
function withSlashes(text: string): string {
  return text.replace(/(?<=^|\s)\.{1,2}(?:\\[\w.-]+)+/gm, (path) => path.replaceAll('\\', '/'));
}

function holdsCommands({ form, text, context }: Mention): boolean {
  if (form === 'inline-code') return text.length < 400 && /^\s*[\w.$(/@]\S*\s+\S/.test(text);
  if (form !== 'fence') return false;
  const language = context.fence?.language.toLowerCase() ?? '';
  return language === '' || SHELL_LANGUAGES.has(language);
}

const WRAPPERS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    sudo: /^-/,
    time: /^-/,
    nohup: /^-/,
    exec: /^-/,
    command: /^-/,
    env: /^-|^\w+=/,
    'cross-env': /^-|^\w+=/,
    'cross-env-shell': /^-|^\w+=/,
    dotenv: /^-|^\.env/,
    dotenvx: /^-|^\.env|^run$/,
    'with-env': /^-/,
  }),
);

function unwrap(command: ShellCommand, folders: readonly Change[]): readonly Invocation[] {
  let { words } = command;
  let assignments = command.assignments;
  for (let rounds = 0; rounds < 4; rounds++) {
    const wrapper = WRAPPERS.get(words[0]?.value ?? '');
    if (!wrapper) break;
    const rest = words.slice(1);
    const end = rest.findIndex(({ value }) => !wrapper.test(value));
    assignments = [...assignments, ...rest.filter(({ value }) => /^\w+=/.test(value))];
    words = end < 0 ? [] : rest.slice(end);
  }
  const inside = containerCommand(words);
  const wrapped = wrappedCommand(words);
  const outside = inside ? words.slice(0, words.length - inside.length) : words;
  return [
    ...invocationOf(outside, { assignments, folders, isRemote: false }),
    ...invocationOf(inside ?? [], { assignments, folders, isRemote: true }),
    ...invocationOf(wrapped, { assignments, folders, isRemote: false }),
  ];
}

/** `./indocker npm run lint` → `npm run lint`: a program of the repository starts it. */
function wrappedCommand([wrapper, ...words]: readonly ShellWord[]): readonly ShellWord[] {
  const isOurs = wrapper !== undefined && /^\.\/[\w./-]+$/.test(wrapper.value);
  const [manager, verb] = words;
  return isOurs && /^(?:npm|pnpm|yarn)$/.test(manager?.value ?? '') && verb?.value === 'run'
    ? words
    : [];
}

function invocationOf(
  [program, ...args]: readonly ShellWord[],
  around: Omit<Invocation, 'program' | 'args'>,
): readonly Invocation[] {
  return program && PROGRAM.test(program.value) ? [{ program, args, ...around }] : [];
}

const VALUE_FLAGS = /^(?:-[euwvp]|--env|--user|--workdir|--volume|--entrypoint|--env-file|--name)$/;

/** `docker compose exec web npm test` → `npm test`. */
function containerCommand(words: readonly ShellWord[]): readonly ShellWord[] | undefined {
  const texts = words.map(({ value }) => value);
  const isCompose =
    texts[0] === 'docker-compose' || (texts[0] === 'docker' && texts[1] === 'compose');
  if (!isCompose && texts[0] !== 'docker' && texts[0] !== 'podman') return undefined;
  const verb = texts.findIndex((text) => text === 'exec' || text === 'run');
  if (verb < 0) return undefined;
  let at = verb + 1;
  while (texts[at]?.startsWith('-')) at += VALUE_FLAGS.test(texts[at] ?? '') ? 2 : 1;
  const inner = words.slice(at + 1);
  return inner.length > 0 ? inner : undefined;
}
