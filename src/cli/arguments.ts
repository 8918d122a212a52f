import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '#config/usage-error.ts';
import { nearestName } from '#drift/nearest.ts';

const formats = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;

/** What `holdfast check` was asked to do. */
export type CheckArguments = {
  readonly pages: readonly string[];
  readonly root: string;
  readonly rev: string | undefined;
  readonly since: string | undefined;
  readonly kinds: readonly string[];
  readonly format: (typeof formats)[number];
  readonly list: 'findings' | 'all';
  /** Whether each proof says which commit wrote it. */
  readonly isDated: boolean;
  readonly baseline: string | undefined;
  /** What becomes of the baseline after the run. */
  readonly baselineChange: 'none' | 'update' | 'prune';
  readonly isFixing: boolean;
  readonly isCaching: boolean;
};

const options = {
  root: { type: 'string', default: '.' },
  rev: { type: 'string' },
  since: { type: 'string' },
  kind: { type: 'string', multiple: true, default: [] },
  format: { type: 'string', default: 'text' },
  all: { type: 'boolean', default: false },
  dated: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  'no-cache': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** Whether a command line asks for help, whatever else it says. */
export function isHelpWanted(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const flags = end < 0 ? words : words.slice(0, end);
  return flags.includes('--help') || flags.includes('-h');
}

/** Reads the words behind `holdfast check`. */
export function readCheckArguments(words: readonly string[]): CheckArguments {
  const { values, positionals } = parse(words);
  const { rev, since, fix, dated } = values;
  if (dated && rev === undefined) {
    throw new UsageError('--dated names commits: say at which revision with --rev, such as HEAD.');
  }
  if (fix && rev !== undefined) {
    throw new UsageError('--fix changes files, and --rev reads a revision. Give one of them.');
  }
  return {
    pages: positionals,
    root: values.root,
    rev: revision('--rev', rev),
    since: revision('--since', since),
    kinds: values.kind,
    format: formatOf(values.format),
    list: values.all ? 'all' : 'findings',
    isDated: dated,
    baseline: values.baseline,
    baselineChange: baselineChange(values),
    isFixing: fix,
    isCaching: !values['no-cache'],
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain(error), { cause: error });
  }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${message} See holdfast check --help.`;
  const nearest = nearestName(unknown.replace(/^-+/, ''), Object.keys(options));
  const guess = nearest === undefined ? '' : ` Did you mean "--${nearest}"?`;
  return `There is no option "${unknown}".${guess} See holdfast check --help.`;
}

function formatOf(name: string): (typeof formats)[number] {
  const format = formats.find((known) => known === name);
  if (format !== undefined) return format;
  throw new UsageError(`There is no format "${name}". There are: ${formats.join(', ')}.`);
}

/** Git must never read a revision as an option of its own. */
function revision(flag: string, value: string | undefined): string | undefined {
  if (value === undefined || /^[^-\s][^\s]*$/.test(value)) return value;
  throw new UsageError(`${flag} "${value}" is not the name of a revision.`);
}

function baselineChange(values: {
  readonly 'update-baseline': boolean;
  readonly prune: boolean;
}): CheckArguments['baselineChange'] {
  if (values['update-baseline']) return 'update';
  return values.prune ? 'prune' : 'none';
}
