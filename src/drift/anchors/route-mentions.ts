import type { Mention } from '#drift/claims/mention.ts';
import { isSkill } from '#drift/repository/project-page.ts';
import { type Segment, segmentsOf } from '#drift/repository/route-pattern.ts';
import type { Target } from './anchor.ts';

/** A route that a page names. */
export type RouteTarget = Target & {
  readonly method?: string | undefined;
  readonly path: string;
  readonly segments: readonly Segment[];
  /** It ends in `*` or `/`: the prefix is meant, not one route. */
  readonly isPrefix: boolean;
  /** It stands in a fence or a skill, which may be about another server. */
  readonly isExample: boolean;
};

const METHOD = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)';
const PATH = '\\/(?:[\\w\\-.~%:@$+,;=(){}[\\]<>*]|\\/(?!\\/))*';
const SPAN = new RegExp(`^(?:(${METHOD}) +)?(${PATH})(?:\\?\\S*)?$`);
const IN_PROSE = new RegExp(`(?<![\\w\`])(${METHOD}) (${PATH})`, 'g');
const NAMED_METHOD = new RegExp(`${METHOD} \\/`);
const IN_LIST = new RegExp(`^[ \\t]*(?:[-*+#] *)?(${METHOD})[ \\t]+(${PATH})`, 'gm');
const LOCAL_URL =
  /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(\/[^\s'"`\\?#)|>;]*)/g;
const PLACEHOLDER =
  /\.\.\.(?!\w)|…|<your|\bfoo\b|\bbar\b|\/path(?:\/to)?(?:\/|$)|example|\bsomething\b|\bwhatever\b|xxx/i;
const PROGRAM_FENCE = /^(?:https?|curl|text|txt|plaintext|)$/;
const SHELL_FENCE = /^(?:ba|z)?sh$|^shell(?:script|session)?$|^console$|^curl$|^$|^text$/;

/** The routes that a mention names, with their methods. */
export function routesIn(mention: Mention): readonly RouteTarget[] {
  const targets = readRoutes(mention);
  // Its API may be called like one of ours.
  return isSkill(mention.page)
    ? targets.map((target) => ({ ...target, isExample: true }))
    : targets;
}

function readRoutes(mention: Mention): readonly RouteTarget[] {
  if (mention.form === 'inline-code') return inSpan(mention);
  return mention.form === 'prose' ? inProse(mention.text) : inFence(mention);
}

function inSpan(mention: Mention): readonly RouteTarget[] {
  const text = mention.text.trim();
  const [, method, path] = SPAN.exec(text) ?? [];
  if (path === undefined) return [];
  const start = mention.text.indexOf(text);
  return targetOf({ text, start, path, method: method ?? methodBeside(mention) });
}

/** "`GET` `/users`", or the method's cell in the row of an endpoint table. */
function methodBeside({ context }: Mention): string | undefined {
  const before = new RegExp(`\`?(${METHOD})\`?:? *$`).exec(context.before)?.[1];
  if (before !== undefined || !context.cell) return before;
  const cell = context.cell.row.find((text) => new RegExp(`^\`?${METHOD}\`?$`).test(text.trim()));
  return cell?.replaceAll('`', '').trim();
}

function inProse(text: string): readonly RouteTarget[] {
  if (!NAMED_METHOD.test(text)) return [];
  const plain = text.replace(/`[^`]*`/g, (span) => ' '.repeat(span.length));
  return matchesIn(plain, IN_PROSE);
}

function inFence({ text, context }: Mention): readonly RouteTarget[] {
  const language = context.fence?.language ?? '';
  const listed = PROGRAM_FENCE.test(language) ? matchesIn(text, IN_LIST) : [];
  const requests = SHELL_FENCE.test(language) ? requestsIn(text) : [];
  return [...listed, ...requests].map((target) => ({ ...target, isExample: true }));
}

function matchesIn(text: string, pattern: RegExp): readonly RouteTarget[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const path = (match[2] ?? '').replace(/[.,;:)]+$/, '');
    const whole = match[0].trimEnd();
    const start = match.index + whole.indexOf(match[1] ?? '');
    const span = text.slice(start, match.index + match[0].indexOf(path) + path.length);
    return targetOf({ text: span, start, path, method: match[1] });
  });
}

/** `curl` lines that call this machine; the command goes on behind a backslash. */
function requestsIn(text: string): readonly RouteTarget[] {
  return [...text.matchAll(LOCAL_URL)].flatMap((match) => {
    const command = commandAround(text, match.index);
    if (!/\bcurl\b/.test(command)) return [];
    const path = (match[1] ?? '').replace(/\/$/, '') || '/';
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return targetOf({ text: match[1] ?? '', start, path, method: methodOf(command) });
  });
}

function commandAround(text: string, at: number): string {
  let [start, end] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)];
  while (start > 1 && text[start - 2] === '\\') start = text.lastIndexOf('\n', start - 2) + 1;
  while (end > 0 && text[end - 1] === '\\') end = text.indexOf('\n', end + 1);
  return text.slice(start, end < 0 ? text.length : end);
}

function methodOf(command: string): string {
  const named = /(?:-X|--request)[ =]*["']?([A-Z]+)/.exec(command)?.[1];
  if (named !== undefined) return named;
  if (/(?:^|\s)(?:-I|--head)\b/.test(command)) return 'HEAD';
  return /(?:^|\s)(?:-d|-F|--data\S*|--form|--json)\b/.test(command) ? 'POST' : 'GET';
}

function targetOf(found: {
  readonly text: string;
  readonly start: number;
  readonly path: string;
  readonly method: string | undefined;
}): readonly RouteTarget[] {
  const { text, start, path, method } = found;
  if (PLACEHOLDER.test(path) || path === '/' || path.length > 200) return [];
  const isPrefix = /\*$/.test(path);
  // `/client/*/login`: any value, where a declaration would take all that follows.
  const whole = segmentsOf(path.replace(/\/?\*+$/, ''));
  const segments = whole.map((segment) => (segment === '*' ? ':' : segment));
  return segments.length === 0
    ? []
    : [{ text, start, path, method, segments, isPrefix, isExample: false }];
}
