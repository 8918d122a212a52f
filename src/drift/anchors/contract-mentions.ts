import type { Mention } from '#drift/claims/mention.ts';
import type { Target } from './anchor.ts';

/** One thing that a sentence says of an endpoint. */
export type ContractTarget = Target & {
  readonly endpoint: Endpoint;
  readonly says: 'status' | 'env' | 'component' | 'field' | 'table';
  readonly value: string;
};

/** The endpoint a sentence is about: its path, or the file of its handler. */
export type Endpoint = { readonly method?: string | undefined; readonly path: string };

const ENDPOINT =
  /`(?:(GET|POST|PUT|PATCH|DELETE|HEAD) )?(\/[a-z][\w\-./:{}[\]]*|(?:[\w@.-]+\/)+(?:api|routes|pages)\/[\w\-./[\]]+\.[cm]?[jt]s)`/g;
const ANSWERS =
  /\b(?:returns?|returned|returning|respond(?:s|ed|ing)?(?: with)?|answers?(?: with)?|repl(?:y|ies)(?: with)?|gives?|yields?|status(?: codes?)?|HTTP|ends? in|→|->)/i;
const STATUS =
  /(?<![\w.$:/-])`?([1-5]\d\d)\b(?![.\d]|\s*(?:ms|milliseconds?|seconds?|s|minutes?|%|px|rows?|items?|lines?|[KMG]B|bytes|requests?|users?|days?|times|characters?)\b)/g;
const USES = /\b(?:us(?:e|es|ing)|with|needs?|requires?|reads?|through|via)\b/i;
const ENVIRONMENT = /`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g;
const CHECKS =
  /\b(?:checks?|asks?|probes?|pings?|tests?|watches|monitors?|verif(?:y|ies))\b([^.;:]*)/i;
const COMPONENT =
  /\b(database|db|postgres|storage|redis|cache|queue|auth|e-?mail|smtp|kafka|s3|stripe|disk|memory|sentry)\b/gi;
const READS =
  /\b(?:from|reads?|counts?|queries|writes?(?: to)?|inserts?(?: into)?|updates?|tables?)\b/i;
const TABLE = /`([a-z][a-z0-9_]{2,62})`/g;
const FIELDS = /`\{\s*([\w"'`:,\s?.…]+)\}`/g;
const NEGATED = /\b(?:not|never|no longer|without|instead of|no)\b|n['’]t\b/i;

/** What the sentences of a block say of an endpoint they name. */
export function contractsIn({ text, context }: Mention): readonly ContractTarget[] {
  if (!text.includes('`') && !context.parentItem.includes('`')) return [];
  const targets: ContractTarget[] = [];
  let endpoint =
    lastEndpoint(context.parentItem) ?? lastEndpoint(`\`${context.headings.at(-1)?.text ?? ''}\``);
  for (const sentence of sentencesOf(text)) {
    const named = endpointsIn(sentence.text);
    // A sentence about two endpoints does not say which of them it means.
    endpoint = named.length > 1 ? undefined : (named[0] ?? endpoint);
    if (endpoint && !NEGATED.test(sentence.text)) targets.push(...said(sentence, endpoint));
  }
  return targets;
}

type Sentence = { readonly text: string; readonly start: number };

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?](?=\s+[A-Z`(])|\n{2,}/g)) {
    sentences.push({ text: text.slice(start, match.index + 1), start });
    start = match.index + match[0].length;
  }
  return [...sentences, { text: text.slice(start), start }];
}

function endpointsIn(text: string): readonly Endpoint[] {
  const found = [...text.matchAll(ENDPOINT)].map(([, method, path = '']) => ({ method, path }));
  return found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at);
}

function lastEndpoint(text: string): Endpoint | undefined {
  return endpointsIn(text).at(-1);
}

type Word = { readonly value: string; readonly start: number };

function said({ text, start }: Sentence, endpoint: Endpoint): readonly ContractTarget[] {
  const words = {
    status: after(ANSWERS, { text, words: wordsBy(STATUS, text) }),
    env: after(USES, { text, words: wordsBy(ENVIRONMENT, text) }),
    component: componentsIn(text),
    field: after(ANSWERS, { text, words: fieldsIn(text) }),
    table: after(READS, { text, words: wordsBy(TABLE, text) }),
  } as const;
  const kinds = ['status', 'env', 'component', 'field', 'table'] as const;
  return kinds.flatMap((says) =>
    words[says].map(({ value, start: inside }) => ({
      text: value,
      start: start + inside,
      endpoint,
      says,
      value,
    })),
  );
}

/** Words behind the verb that makes them a statement. */
function after(
  verb: RegExp,
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
): readonly Word[] {
  const at = verb.exec(text)?.index ?? text.length;
  return words.filter(({ start }) => start > at);
}

function wordsBy(pattern: RegExp, text: string): readonly Word[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: value = '', index }) => ({
    value,
    start: index + whole.indexOf(value),
  }));
}

function componentsIn(text: string): readonly Word[] {
  const checks = CHECKS.exec(text);
  const list = checks?.[1] ?? '';
  const from = (checks?.index ?? 0) + (checks?.[0].length ?? 0) - list.length;
  return wordsBy(COMPONENT, list).map(({ value, start }) => ({ value, start: from + start }));
}

function fieldsIn(text: string): readonly Word[] {
  return wordsBy(FIELDS, text).flatMap(({ value, start: from }) =>
    wordsBy(/(?:^|,)\s*["']?(\w+)/g, value).map(({ value: name, start }) => ({
      value: name,
      start: from + start,
    })),
  );
}
