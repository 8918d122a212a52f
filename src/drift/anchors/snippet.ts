import type { Mention } from '#drift/claims/mention.ts';
import { isSkill } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import { isCodePath } from '#drift/repository/sources.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';

/** A fence that says which file it quotes. */
type SnippetTarget = Target & {
  readonly file: string;
  /** The page gives the end of the path only: it may mean a file of the reader's own. */
  readonly isPartial: boolean;
  readonly lines: readonly Line[];
};

type Line = { readonly text: string; readonly start: number };

const FILE = '[\\w@.\\-/[\\]()]{1,160}\\.[A-Za-z]\\w{0,9}';
const IN_META = new RegExp(
  `(?:^|\\s)(?:title|file|filename|source|src)=["']?(${FILE})["']?|^(?:ref:)?(${FILE})(?:\\s|$)`,
);
const IN_COMMENT = new RegExp(
  `^\\s*(?://|#|--|/\\*|<!--)\\s*(?:file:\\s*)?(${FILE})\\s*(?:\\*/|-->)?\\s*$`,
);
const ELLIPSIS = /^(?:\/\/|#|--|\/\*|<!--|\{\/\*)?\s*(?:\.{3}|…)|(?:\.{3}|…)\s*(?:\*\/\}?|-->)?$/;
const INSTRUCTION =
  /\b(?:add|include|register|create|write|put|paste|insert|replace|change|update|edit|modify|extend|make|save|append|set ?up|link|wire|hook|install|configure|should look|would look|will look|looks? (?:something )?like|for example|e\.g\.|example|your|new file|must contain|need|instead)\b/i;
/** A comment that tells the reader what to write. */
const told =
  /(?:\/\/|#)\s*(?:(?:\.{3}|…)\s*(?:other|your)|add|set|enable|replace|update|change|your)\b/i;
const MIN_LINES = 2;

/** A quotation of a source: its lines stand in the file, in their order. */
export const snippetAnchor = defineAnchor<SnippetTarget>({
  kind: 'snippet',
  forms: ['fence'],
  recognise: (mention, repository) => {
    const target = snippetIn(mention, repository);
    return target ? [target] : [];
  },
  resolve: resolveSnippet,
});

function snippetIn(
  { text, context, page }: Mention,
  repository: Repository,
): SnippetTarget | undefined {
  const { files } = repository;
  // A skill shows patterns to follow, adapted from the files that it names.
  if (isSkill(page) || told.test(text)) return undefined;
  const meta = IN_META.exec(context.fence?.meta ?? '');
  const [first = ''] = text.split('\n', 1);
  const comment = IN_COMMENT.exec(first)?.[1];
  const named = meta?.[1] ?? meta?.[2] ?? comment;
  if (named === undefined || INSTRUCTION.test(aboutFence(context))) return undefined;
  const path = named.replace(/^\.?\//, '');
  // Any project of a reader has a file of that name at its root.
  if (!path.includes('/') && isForUsers(page, repository)) return undefined;
  const beside = page.slice(0, page.lastIndexOf('/') + 1) + path;
  const [only, another] = path.includes('/') ? files.withSuffix(path) : [];
  const direct = [path, beside].find((candidate) => files.hasFile(candidate));
  const file = direct ?? (another === undefined ? only : undefined);
  if (file === undefined || !isCodePath(file)) return undefined;
  const lines = linesOf(text, comment === undefined ? 0 : first.length + 1);
  const start = Math.max(0, text.indexOf(named));
  const isPartial = direct === undefined;
  return lines.length < MIN_LINES ? undefined : { text: named, start, file, isPartial, lines };
}

function aboutFence({ intro, headings, parentItem }: Mention['context']): string {
  return [intro, parentItem, headings.at(-1)?.text ?? ''].join(' ');
}

/** The lines that quote: blank lines, ellipses and marks of added or removed lines are left out. */
function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  for (const line of text.slice(from).split('\n')) {
    const plain = normal(line);
    if (plain !== '' && !ELLIPSIS.test(plain)) lines.push({ text: plain, start });
    start += line.length + 1;
  }
  return lines;
}

function normal(line: string): string {
  return line
    .replace(/(?:^|\s+)\/\/(?:\s.*)?$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[;,]$/, '')
    .trim();
}

function resolveSnippet(
  { file, isPartial, lines }: SnippetTarget,
  { read }: Repository,
): Resolution {
  const source = (read(file) ?? '').split('\n').map(normal);
  const whole = source.join('\n');
  const missing = lines.filter(
    ({ text }) => !source.includes(text) && !isShortened(text) && saysOther(text, whole),
  );
  const [first] = lines;
  if (missing.length === 0) return inOrder({ file, lines, source });
  const [differing] = missing;
  // A quotation has most of its lines; another text that merely belongs to the file has few.
  if (!differing || !first || isPartial || missing.length * 4 > lines.length) {
    return { status: 'unknown', reason: `The fence does not quote ${file} line by line` };
  }
  const at = lines.indexOf(differing);
  const before = at > 0 ? source.indexOf(lines[at - 1]?.text ?? '') : -1;
  const line = before + 2;
  return {
    status: 'contradicted',
    code: 'snippet-differs',
    target: file,
    actual: differing.text,
    evidence: { file, line, text: source[line - 1] ?? '' },
  };
}

// Pages write imports on one line, and put the reader's words in place of the code's.
function isShortened(line: string): boolean {
  return /^(?:import|console\.)\b/.test(line) || /\b(?:your|my)[-_ ]/i.test(line);
}

// A line that is only set in another way has no word that the file does not have.
function saysOther(line: string, source: string): boolean {
  return (line.match(/[\w$]+/g) ?? []).some((word) => !source.includes(word));
}

function inOrder({
  file,
  lines,
  source,
}: {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly source: readonly string[];
}): Resolution {
  let at = -1;
  let first = 0;
  for (const { text } of lines) {
    const next = source.indexOf(text, at + 1);
    if (next < 0) return { status: 'unknown', reason: `${file} has these lines in another order` };
    if (at < 0) first = next;
    at = next;
  }
  return { status: 'found', evidence: { file, line: first + 1, text: source[first] ?? '' } };
}
