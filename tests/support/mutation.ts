import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Checkout } from './checkout.ts';
import { linesOf, type Proven, type Thing } from './proven.ts';
import { withoutStep, withoutTrigger } from './workflow-mutation.ts';

/** One change of the code that makes a claim untrue, and what it was. */
export type Mutation = { readonly claim: Proven; readonly name: string };

const noPages = [':(exclude)*.md', ':(exclude)*.mdx', ':(exclude)*.markdown'];

type Wanted = { readonly thing: Thing; readonly claim: Proven };

/** Breaks what a claim names, without touching its text; undefined where that cannot be done. */
export function mutate(checkout: Checkout, wanted: Wanted): Mutation | undefined {
  const name = change(checkout, wanted);
  return name === undefined ? undefined : { claim: wanted.claim, name };
}

function change({ root, git }: Checkout, { thing, claim }: Wanted): string | undefined {
  const [proof] = claim.evidence;
  if (!proof || !existsSync(join(root, proof.file))) return undefined;
  const { file, line } = proof;
  if (thing === 'file' || thing === 'workflow') return moveFile({ root, git }, { claim, file });
  const word = lastName(claim.text);
  if (thing === 'env' || thing === 'table' || thing === 'column')
    return renameWord({ root, git }, word);
  // What no source declares is a library's name: this repository cannot rename it.
  if (thing === 'symbol')
    return isDeclared(git, word) ? renameWord({ root, git }, word) : undefined;
  if (thing === 'route') return breakRoute(root, { claim, file, line });
  if (thing === 'script') return renameScript({ root, git }, claim);
  if (line === undefined) return undefined;
  if (thing === 'step') return editWorkflow(root, { file, line, edit: withoutStep });
  if (thing === 'trigger') return editWorkflow(root, { file, line, edit: withoutTrigger });
  const edit = thing === 'version' && isMinimum(root, claim) ? editOf.minimum : editOf[thing];
  return editLine(root, { file, line, edit });
}

const editOf = {
  heading: (text: string) =>
    /^\s*#/.test(text) ? '## Another name' : text.replace(/((?:id|name)=["'])/g, '$1zz-'),
  version: (text: string) => text.replace(/\d+/g, (digits) => String(Number(digits) + 7)),
  // "20 or newer" stays true of a newer one, and only a range says what is needed at least.
  minimum: (text: string) =>
    />|\^|~|\d\.?x/.test(text) ? editOf.version(text) : text.replace(/\d+/, '1'),
};

function isMinimum(root: string, { page, line }: Proven): boolean {
  const text = linesOf(root, page)[line - 1] ?? '';
  return /[\d.]\+|>=|≥|at least|or (?:later|newer|above|higher)/.test(text);
}

type File = { readonly claim: Proven; readonly file: string };

function moveFile({ root, git }: Pick<Checkout, 'root' | 'git'>, { claim, file }: File) {
  const text = claim.text.replace(/[#?:].*$/, '').replace(/\/+$/, '');
  if (file === claim.page || !text.endsWith(basename(file))) return undefined;
  // An address without an extension may be answered by another file.
  if (claim.kind === 'link' && !basename(file).includes('.')) return undefined;
  // A bare name is still true of another file of that name.
  const same = git('ls-files', '-z', '--', `:(glob)**/${basename(file)}`).split('\0');
  if (!text.includes('/') && same.filter(Boolean).length > 1) return undefined;
  const target = join(root, dirname(file), `moved-${basename(file)}`);
  renameSync(join(root, file), target);
  return `move ${file}`;
}

/** A route that code declares loses its last word; one that a file makes loses the file. */
function breakRoute(root: string, { claim, file, line }: File & { line: number | undefined }) {
  // Declarations spell parameters in their own way: the last word that is none.
  const word = claim.text.match(/(?<=\/)[\w-]+/g)?.at(-1) ?? '';
  const declared = line === undefined ? '' : (linesOf(root, file)[line - 1] ?? '');
  if (word !== '' && /["'`]/.test(declared) && declared.includes(word)) {
    // The file may declare the path once more, with another method.
    const text = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), text.replaceAll(`/${word}`, `/zz${word}`));
    return `change /${word} in ${file}`;
  }
  // A path without a method is still true of the routes below it.
  if (
    /^\W*(?:index|page)\./.test(basename(file)) &&
    readdirSync(join(root, dirname(file))).length > 1
  )
    return undefined;
  rmSync(join(root, file), { recursive: true });
  return `delete ${file}`;
}

// The page may mean the script of that name in another package: none of them keeps it.
function renameScript({ root, git }: Pick<Checkout, 'root' | 'git'>, claim: Proven) {
  const [proof] = claim.evidence;
  const line = proof?.line === undefined ? '' : linesOf(root, proof.file)[proof.line - 1];
  const key = /"([^"]+)"\s*:/.exec(line ?? '')?.[0];
  if (key === undefined) return undefined;
  const files = git('grep', '-l', '-z', '-F', '-e', key, '--', ':(glob)**/package.json');
  for (const file of files.split('\0').filter(Boolean)) {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(key, `"zz-${key.slice(1)}`));
  }
  return `rename the script ${key}`;
}

function renameWord(
  { root, git }: Pick<Checkout, 'root' | 'git'>,
  word: string | undefined,
): string | undefined {
  if (word === undefined || word.length < 3) return undefined;
  const files = git('grep', '-I', '-l', '-z', '-w', '-F', '-e', word, '--', ...noPages);
  // "Row level security" is SQL, whatever column is called `level`.
  const whole = new RegExp(`(?<![\\w$]|\\brow )${word}(?![\\w$])`, 'g');
  const other = `zz${[...word].reverse().join('')}`;
  for (const file of files.split('\0').filter(Boolean)) {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(whole, other));
  }
  return `rename ${word}`;
}

type WorkflowEdit = {
  readonly file: string;
  readonly line: number;
  readonly edit: (lines: readonly string[], line: number) => readonly string[];
};

function editWorkflow(root: string, { file, line, edit }: WorkflowEdit): string | undefined {
  const before = linesOf(root, file);
  const after = edit(before, line);
  const changed = after.flatMap((text, at) => (text === before[at] ? [] : [text.trim()]));
  if (changed.length === 0) return undefined;
  writeFileSync(join(root, file), after.join('\n'));
  return `change ${file} to ${changed.join(', ')}`;
}

function editLine(
  root: string,
  { file, line, edit }: { file: string; line: number; edit: (text: string) => string },
): string | undefined {
  const lines = [...linesOf(root, file)];
  const before = lines[line - 1] ?? '';
  const after = edit(before);
  if (after === before) return undefined;
  lines[line - 1] = after;
  writeFileSync(join(root, file), lines.join('\n'));
  return `change ${file}:${line} from "${before.trim()}" to "${after.trim()}"`;
}

function isDeclared(git: Checkout['git'], word = ''): boolean {
  const keyword = '(function|class|const|let|var|type|interface|enum|def|fn|func|struct)';
  const declaration = `(${keyword} +|^ *(async |export |static )*["']?)${word}["']?[?!]? *[(:=<{]`;
  try {
    return git('grep', '-l', '-E', '-e', declaration, '--', ...noPages) !== '';
  } catch {
    return false;
  }
}

function lastName(text: string): string | undefined {
  return text.match(/[A-Za-z_]\w*/g)?.at(-1);
}
