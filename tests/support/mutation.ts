import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JudgedClaim } from '#drift/verdict.ts';
import type { Checkout } from './checkout.ts';

/** One change of the code that makes a claim untrue, and what it was. */
export type Mutation = { readonly claim: JudgedClaim; readonly name: string };

const filePerKind: ReadonlySet<string> = new Set(['path', 'link', 'route', 'command', 'tree']);
const wordPerKind: ReadonlySet<string> = new Set(['env', 'table', 'column', 'symbol']);

/** Breaks what a claim names, without touching a page; undefined where that would need a page. */
export function mutate(checkout: Checkout, claim: JudgedClaim): Mutation | undefined {
  const name = change(checkout, claim);
  return name === undefined ? undefined : { claim, name };
}

function change({ root, git }: Checkout, claim: JudgedClaim): string | undefined {
  const [proof] = claim.evidence;
  if (!proof || !existsSync(join(root, proof.file))) return undefined;
  if (filePerKind.has(claim.kind)) return moveFile(root, { claim, file: proof.file });
  if (wordPerKind.has(claim.kind)) return renameWord({ root, git }, lastName(claim.text));
  const { file, line } = proof;
  if (line === undefined) return undefined;
  if (claim.kind === 'script') return renameKey(root, { file, line });
  if (claim.kind === 'fragment')
    return editLine(root, { file, line, edit: () => '## Another name' });
  if (claim.kind === 'version') return editLine(root, { file, line, edit: raiseNumbers });
  if (claim.kind === 'workflow') return renameStep(root, { file, line });
  return undefined;
}

function moveFile(root: string, { claim, file }: { claim: JudgedClaim; file: string }) {
  const isNamed = claim.text.replace(/[#?:].*$/, '').endsWith(basename(file));
  if (claim.kind !== 'route' && !isNamed) return undefined;
  const target = join(root, dirname(file), `moved-${basename(file)}`);
  renameSync(join(root, file), target);
  return `move ${file}`;
}

function renameWord(
  { root, git }: Pick<Checkout, 'root' | 'git'>,
  word: string | undefined,
): string | undefined {
  if (word === undefined || word.length < 3) return undefined;
  const files = git(
    'grep',
    '-l',
    '-w',
    '-F',
    '-e',
    word,
    '--',
    ':(exclude)*.md',
    ':(exclude)*.mdx',
  );
  const whole = new RegExp(`(?<![\\w$])${word}(?![\\w$])`, 'g');
  for (const file of files.split('\n').filter(Boolean)) {
    const path = join(root, file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(whole, `zz${[...word].reverse().join('')}`),
    );
  }
  return `rename ${word}`;
}

function renameKey(root: string, place: { file: string; line: number }): string | undefined {
  return editLine(root, { ...place, edit: (text) => text.replace(/"([^"]+)":/, '"zz-$1-zz":') });
}

/** A step is known by what it runs, wherever its evidence points. */
function renameStep(root: string, { file, line }: { file: string; line: number }) {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const run = lines.findIndex((text, at) => at >= line - 1 && /^\s*(?:- )?run: \S/.test(text));
  const isNear = run >= 0 && run < line + 4;
  return editLine(root, { file, line: isNear ? run + 1 : line, edit: renameValue });
}

function renameValue(text: string): string {
  return text.replace(/([A-Za-z_][\w.-]*)(\W*)$/, 'zz$1zz$2');
}

function raiseNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => String(Number(digits) + 7));
}

function editLine(
  root: string,
  { file, line, edit }: { file: string; line: number; edit: (text: string) => string },
): string | undefined {
  const path = join(root, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const before = lines[line - 1] ?? '';
  const after = edit(before);
  if (after === before) return undefined;
  lines[line - 1] = after;
  writeFileSync(path, lines.join('\n'));
  return `change ${file}:${line} from "${before.trim()}" to "${after.trim()}"`;
}

function lastName(text: string): string | undefined {
  return text.match(/[A-Za-z_]\w*/g)?.at(-1);
}
