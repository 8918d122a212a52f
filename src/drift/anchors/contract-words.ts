import { STATUS_CODE } from './status-code.ts';

/** A word that a sentence says of an endpoint, and the verb that makes it a statement. */
export type Said = {
  readonly says: 'status' | 'env' | 'component' | 'field' | 'table';
  readonly value: string;
  /** A field of the answer itself, as `{ a, b }` writes it. */
  readonly isShape: boolean;
};

type Word = { readonly value: string; readonly at: number };
type Statement = Said & Word & { readonly verbAt: number; readonly isGuess: boolean };

const ANSWERS =
  /\b(?:returns?|returned|returning|respond(?:s|ed|ing)?(?: with)?|answers?(?: with)?|repl(?:y|ies)(?: with)?|gives?|yields?|status(?: codes?)?|HTTP|ends? in)\b|→|->/i;
const ANSWER_HEADER = /^(?:status|statuses|codes?|returns?|response|answers?|status codes?)$/i;
const STATUS = new RegExp(
  `(?<![\\w.$:/#-])\`?(${STATUS_CODE})\\b(?!\\.\\d|\\+|\\s*(?:ms|milliseconds?|seconds?|s|minutes?|%|px|rows?|items?|lines?|[KMG]B|bytes|requests?|users?|days?|times|characters?|records?|results?|entries|files?)\\b)`,
  'g',
);
const USES = /\b(?:us(?:e|es|ing)|with|needs?|requires?|reads?|through|via)\b/i;
const ENVIRONMENT = /`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g;
const CHECKS = /\b(?:checks|asks|probes|pings|tests|watches|monitors|verifies)\b([^.;:]*)/i;
const COMPONENT =
  /(?<![\w/-])(database|db|postgres|storage|redis|cache|queue|auth|e-?mail|smtp|kafka|s3|stripe|disk|memory|sentry)(?![\w/-])/gi;
const READS =
  /\b(?:from|reads?|counts?|queries|writes?(?: to)?|inserts?(?: into)?|updates?|tables?)\b/i;
const TABLE = /`([a-z][a-z0-9_]{2,62})`/g;
const SHAPE = /`\{\s*([\w"'`:,\s?.…]+)\}`/g;
const BETWEEN =
  /^(?:[\s,:()]|`\{[^`]*\}`|`?\d{3}`?|\b(?:with|and|or|a|an|the|JSON|object|body|response|payload|of|shape|form|like|as|in|status|OK)\b)*$/i;
const FIELD_AFTER =
  /`([a-z]\w{1,40})`(?=(?:\s*(?:,|and|or|&)\s*`\w{1,40}`){0,8}\s+(?:fields?|properties|property|keys?)\b)/gi;
const LISTED = /`([a-z]\w{1,40})`/gi;

/** Every statement of a sentence; the header is that of the cell it stands in. */
export function saidIn(text: string, header: string | undefined): readonly Statement[] {
  const answers = ANSWER_HEADER.test(header?.trim() ?? '') ? 0 : verbIn(ANSWERS, text);
  return [
    ...behind(answers, wordsBy(STATUS, text), 'status'),
    ...behind(verbIn(USES, text), wordsBy(ENVIRONMENT, text), 'env'),
    ...componentsIn(text),
    ...fieldsIn(text, answers),
    ...behind(verbIn(READS, text), wordsBy(TABLE, text), 'table'),
  ];
}

function verbIn(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.index ?? text.length;
}

/** Words behind the verb that makes them a statement. */
function behind(verbAt: number, words: readonly Word[], says: Said['says']): readonly Statement[] {
  return words
    .filter(({ at }) => at >= verbAt)
    .map((word) => ({ ...word, says, verbAt, isGuess: false, isShape: false }));
}

function wordsBy(pattern: RegExp, text: string): readonly Word[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: value = '', index }) => ({
    value,
    at: index + whole.indexOf(value),
  }));
}

function componentsIn(text: string): readonly Statement[] {
  const plain = text.replace(/`[^`]*`/g, (span) => ' '.repeat(span.length));
  const checks = CHECKS.exec(plain);
  const list = checks?.[1] ?? '';
  const verbAt = checks?.index ?? 0;
  const from = verbAt + (checks?.[0].length ?? 0) - list.length;
  const words = wordsBy(COMPONENT, list).map(({ value, at }) => ({ value, at: from + at }));
  return behind(verbAt, words, 'component');
}

/** `{ a, b }` behind the verb, "the `a` field", and "responds with `a` and `b`". */
function fieldsIn(text: string, verbAt: number): readonly Statement[] {
  const shapes = wordsBy(SHAPE, text).flatMap(({ value, at: from }) =>
    wordsBy(/(?:^|,)\s*["']?(\w+)/g, value).map(({ value: name, at }) => ({
      value: name,
      at: from + at,
      isShape: true,
      isGuess: !isBehindVerb(text, verbAt, text.lastIndexOf('`', from)),
    })),
  );
  const named = wordsBy(FIELD_AFTER, text).map((word) => ({
    ...word,
    isGuess: false,
    isShape: false,
  }));
  const [, list = ''] =
    /\b(?:responds|answers|replies) with (`[a-z]\w+`(?:(?:,| and|, and) `[a-z]\w+`)+)/i.exec(
      text,
    ) ?? [];
  const listAt = text.indexOf(list);
  const listed = wordsBy(LISTED, list).map(({ value, at }) => ({
    value,
    at: listAt + at,
    isGuess: false,
    isShape: false,
  }));
  const all = [...shapes, ...named, ...listed].filter(({ at }) => at >= verbAt);
  return all
    .filter(({ at }, index) => all.findIndex((other) => other.at === at) === index)
    .map((word) => ({ ...word, says: 'field', verbAt }));
}

/** Whether only words of an answer stand between the verb and the shape: what is asked has one too. */
function isBehindVerb(text: string, verbAt: number, at: number): boolean {
  const verb = ANSWERS.exec(text.slice(verbAt));
  return verb !== null && BETWEEN.test(text.slice(verbAt + verb[0].length, at));
}
