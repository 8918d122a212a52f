import type { ShellWord } from '#drift/claims/shell.ts';
import type { Invocation } from './invocation.ts';

/** Where the package of a script is looked for. */
export type Scope =
  | { readonly type: 'here' }
  /** A package by name or folder, as `--workspace` and `--filter` take it. */
  | { readonly type: 'package'; readonly selector: string }
  | { readonly type: 'folder'; readonly path: string }
  /** Any package: recursive runs, task runners, selectors with patterns. */
  | { readonly type: 'any' };

/** A script that a command runs through a package manager. */
export type ScriptCall = {
  readonly name: string;
  /** The command from the manager to the script's name, for the offsets. */
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  /** `explicit`: `npm run x`. `shorthand`: `yarn x`, which may be a program. `verb`: `npm x`. */
  readonly form: 'explicit' | 'shorthand' | 'verb';
  readonly manager: string;
};

type Words = readonly ShellWord[];

const LIFECYCLES = new Set(['test', 'start', 'stop', 'restart']);
const NPM_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({ t: 'test', tst: 'test' }),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const PNPM_COMMANDS = set(
  'add approve-builds audit bin bugs c cache cat-file cat-index ci clean-install completion config create dedupe deploy dist-tag dlx docs doctor env exec fetch find-hash get help i ic ignored-builds import info init install install-completion install-test it la licenses link list ll ln login logout ls m multi nx outdated pack patch patch-commit patch-remove ping prefix profile prune publish rb rebuild recursive remove rm root runtime search self-update server set setup show star store token un uninstall unlink unpublish up update upgrade version view whoami why x',
);
const YARN_COMMANDS = set(
  'access add audit autoclean bin cache check config constraints create dedupe dlx exec explain generate-lock-entry global help import info init install licenses link list login logout node npm outdated owner pack patch patch-commit plugin policies prune publish rebuild remove search self-update set stage tag team unlink unplug up upgrade upgrade-interactive version versions why workspace workspaces',
);
const BUN_COMMANDS = set(
  'a add audit build c completions create exec help i info init install link outdated patch patch-commit pm publish remove repl rm test unlink update upgrade why x',
);
const MORE_COMMANDS: Readonly<Record<string, ReadonlySet<string>>> = {
  pnpm: PNPM_COMMANDS,
  yarn: YARN_COMMANDS,
  bun: BUN_COMMANDS,
};

const SCOPE_FLAGS: Readonly<Record<string, Readonly<Record<string, Scope['type']>>>> = {
  npm: { '-w': 'package', '--workspace': 'package', '--prefix': 'folder', '-C': 'folder' },
  pnpm: {
    '-F': 'package',
    '--filter': 'package',
    '-C': 'folder',
    '--dir': 'folder',
    '--prefix': 'folder',
  },
  yarn: { '--cwd': 'folder', '--include': 'any', '--from': 'any' },
  bun: { '--cwd': 'folder', '--filter': 'package', '-F': 'package' },
};
const ANY_FLAGS = /^(?:-r|--recursive|-ws|--workspaces|--parallel|--stream)$/;
const VALUE_FLAGS = /^(?:--loglevel|--reporter|--registry|--mutex|--cache|--jobs|-j|--userconfig)$/;

type Read = { readonly positional: Words; readonly scope: Scope };

/** Scripts that a command runs; none when it runs something else or leaves the name open. */
export function scriptCallsOf({ program, args }: Invocation): readonly ScriptCall[] {
  const manager = program.value.toLowerCase();
  const call = (name: ShellWord | undefined, rest: Pick<ScriptCall, 'scope' | 'form'>) =>
    name && isScriptName(name) && !isFile(name, manager)
      ? [{ name: name.value, start: program.start, end: name.end, manager, ...rest }]
      : [];
  if (manager === 'node' && args[0]?.value === '--run') {
    return call(args[1], { scope: { type: 'here' }, form: 'explicit' });
  }
  if (/^(?:turbo|lerna)$/.test(manager)) {
    const names = manager === 'turbo' ? turboTasks(args) : lernaScripts(args);
    return names.flatMap((name) => call(name, { scope: { type: 'any' }, form: 'explicit' }));
  }
  if (!Object.hasOwn(SCOPE_FLAGS, manager)) return [];
  return managerCall({ manager, read: readArguments(args, SCOPE_FLAGS[manager] ?? {}), call });
}

function managerCall({
  manager,
  read: { positional, scope },
  call,
}: {
  manager: string;
  read: Read;
  call: (
    name: ShellWord | undefined,
    rest: Pick<ScriptCall, 'scope' | 'form'>,
  ) => readonly ScriptCall[];
}): readonly ScriptCall[] {
  const [verb, next] = positional;
  if (!verb?.isLiteral) return [];
  if (manager === 'yarn' && /^workspaces?$/.test(verb.value))
    return yarnWorkspace(positional, call);
  if (/^(?:run|run-script|rum|urn)$/.test(verb.value))
    return call(next, { scope, form: 'explicit' });
  const lifecycle = manager === 'bun' ? '' : (NPM_ALIASES.get(verb.value) ?? verb.value);
  if (LIFECYCLES.has(lifecycle)) {
    return call({ ...verb, value: lifecycle }, { scope, form: 'explicit' });
  }
  if (manager === 'npm') return call(verb, { scope, form: 'verb' });
  if (MORE_COMMANDS[manager]?.has(verb.value)) return [];
  return call(verb, { scope, form: 'shorthand' });
}

function yarnWorkspace(
  positional: Words,
  call: (
    name: ShellWord | undefined,
    rest: Pick<ScriptCall, 'scope' | 'form'>,
  ) => readonly ScriptCall[],
): readonly ScriptCall[] {
  const [verb, selector, first, second] = positional;
  const run = positional.findIndex(({ value }) => value === 'run');
  if (verb?.value === 'workspaces') {
    return run < 0 ? [] : call(positional[run + 1], { scope: { type: 'any' }, form: 'explicit' });
  }
  if (!selector?.isLiteral) return [];
  const scope: Scope = { type: 'package', selector: selector.value };
  if (first?.value === 'run') return call(second, { scope, form: 'explicit' });
  return YARN_COMMANDS.has(first?.value ?? '') ? [] : call(first, { scope, form: 'shorthand' });
}

function readArguments(args: Words, flags: Readonly<Record<string, Scope['type']>>): Read {
  const positional: ShellWord[] = [];
  const scopes: Scope[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (!word || word.value === '--') break;
    const [flag = '', value] = word.value.split('=', 2);
    const type = flags[flag];
    if (!word.value.startsWith('-')) positional.push(word);
    else if (ANY_FLAGS.test(flag)) scopes.push({ type: 'any' });
    else if (flags[flag] === undefined && /^(?:-w|--workspace-root)$/.test(flag))
      scopes.push({ type: 'folder', path: '' });
    else if (type)
      scopes.push(scopeOf(type, value === undefined ? args[++at] : { ...word, value }));
    else if (VALUE_FLAGS.test(flag) && value === undefined) at++;
  }
  return { positional, scope: scopes.at(-1) ?? { type: 'here' } };
}

function scopeOf(type: Scope['type'], word: ShellWord | undefined): Scope {
  if (!word?.isLiteral || /[!^]|\.\.\.|\*/.test(word.value)) return { type: 'any' };
  if (type === 'package') return { type, selector: word.value };
  return type === 'folder' ? { type, path: word.value } : { type: 'any' };
}

function turboTasks(args: Words): Words {
  const names = args.slice(args[0]?.value === 'run' ? 1 : 0);
  const end = names.findIndex(({ value }) => value.startsWith('-'));
  const tasks = end < 0 ? names : names.slice(0, end);
  return /^(?:login|link|prune|gen|daemon|logout|ls|query|telemetry|watch)$/.test(
    tasks[0]?.value ?? '',
  )
    ? []
    : tasks;
}

function lernaScripts(args: Words): Words {
  return args[0]?.value === 'run' ? args.slice(1, 2) : [];
}

/** `bun run x.ts` runs a file. */
function isFile({ value }: ShellWord, manager: string): boolean {
  return manager === 'bun' && /\.[cm]?[jt]sx?$/.test(value);
}

function isScriptName({ value, isLiteral }: ShellWord): boolean {
  const isStandIn = /^(?:my|your|some|foo|example)-|^(?:foo|script-?name)$/i.test(value);
  return isLiteral && /^[\w@][\w:./@+-]*$/.test(value) && !/[:.]$/.test(value) && !isStandIn;
}

const NPM_COMMANDS = set(
  'a access add add-user adduser approve-scripts audit author bin bugs c cache ci cit clean-install clean-install-test completion config create dedupe ddp deny-scripts deprecate diff dist-tag dist-tags docs doctor edit exec explain explore find find-dupes fund get help help-search home hook i ic in info init innit ins install install-ci-test install-clean install-test issues it la link list ll ln login logout ls org ogr outdated owner pack ping pkg prefix profile prune publish query r rb rebuild remove repo rm root s sbom se search set show shrinkwrap sit stage star stars team token trust un undeprecate uninstall unlink unpublish unstar up update upgrade v verison version view whoami why x',
);

/** Whether npm itself has the command, so that no script is meant. */
export function isNpmCommand(name: string): boolean {
  return NPM_COMMANDS.has(name);
}
