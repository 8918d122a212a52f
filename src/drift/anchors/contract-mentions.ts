import type { Mention } from '#drift/claims/mention.ts';
import type { Target } from './anchor.ts';
import { type Said, saidIn } from './contract-words.ts';
import type { Endpoint } from './endpoint-handlers.ts';

/** One thing that a sentence says of an endpoint. */
export type ContractTarget = Target &
  Said & {
    readonly endpoint: Endpoint;
    /** The sentence may speak of a case, or of another answer: it proves, and refutes nothing. */
    readonly isLoose: boolean;
  };

const ENDPOINT =
  /(?=`)(?<!\b(?!This\b|The\b|Our\b)[A-Z]\w*['’]s )`(?:(GET|POST|PUT|PATCH|DELETE|HEAD) )?(\/[a-z][\w\-./:{}[\]]*|(?:[\w@.-]+\/)+(?:api|routes|pages)\/[\w\-./[\]]+\.[cm]?[jt]s)`/g;
const NEGATED = /\b(?:not|never|no longer|without|instead of|no)\b|n['’]t\b/i;
/** Who answers where the endpoint is named further up. */
const CARRIES_ON =
  /^\W*(?:it|this|they|the (?:endpoint|route|handler|response|answer|check|probe)|on (?:success|failure|error)|(?:always |also |then )?(?:returns?|responds?|answers?|repl(?:y|ies)|checks?|reads?|uses?|needs?|requires?|response|status|success))\b/i;
/** Somebody else who answers, or a case in which the endpoint does. */
const ELSEWHERE =
  /[;—–]|,\s*(?:which|where|so|but)\b|\b(?:proxy|proxied|nginx|caddy|balancer|browser|client|upstream|gateway|cloudflare|cdn)\b/i;
const CASE = /\b(?:if|when|whenever|until|unless|while|should|once|after|before)\b[^,]*$/i;

/** What the sentences of a block say of an endpoint they name. */
export function contractsIn({ text, context }: Mention): readonly ContractTarget[] {
  const title = context.headings.at(-1)?.text ?? '';
  const row = context.cell?.row.join(' ') ?? '';
  if (!title.includes('/') && ![text, context.parentItem, row].some(isPromising)) return [];
  const heading = `\`${title}\``;
  let endpoint = only(row) ?? endpointsIn(context.parentItem).at(-1) ?? endpointsIn(heading).at(-1);
  const targets: ContractTarget[] = [];
  for (const sentence of sentencesOf(text)) {
    const named = endpointsIn(sentence.text);
    // A sentence about two endpoints does not say which of them it means.
    endpoint = named.length > 1 ? undefined : (named[0] ?? endpoint);
    if (endpoint && !NEGATED.test(sentence.text))
      targets.push(...targetsIn(sentence, { endpoint, header: context.cell?.header }));
  }
  return targets;
}

// Most blocks name no endpoint: told at a glance, before the sentences are cut.
function isPromising(text: string): boolean {
  return text.includes('`') && /`(?:[A-Z]+ )?\/[a-z]|(?:api|routes|pages)\/[^`\s]*`/.test(text);
}

function only(text: string): Endpoint | undefined {
  const named = endpointsIn(text);
  return named.length === 1 ? named[0] : undefined;
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

type Found = Endpoint & { readonly start: number; readonly end: number };

function endpointsIn(text: string): readonly Found[] {
  const found = [...text.matchAll(ENDPOINT)].map(
    ({ 0: whole, 1: method, 2: path = '', index }) => ({
      method,
      path,
      start: index,
      end: index + whole.length,
    }),
  );
  return found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at);
}

type About = { readonly endpoint: Endpoint; readonly header: string | undefined };

function targetsIn(
  { text, start }: Sentence,
  { endpoint, header }: About,
): readonly ContractTarget[] {
  const [named] = endpointsIn(text);
  const subject = named ?? { start: 0, end: 0 };
  const isCarriedOn = named !== undefined || header !== undefined || CARRIES_ON.test(text);
  const isCase = CASE.test(text.slice(0, subject.start));
  return saidIn(text, header).map(({ at, value, says, isShape, verbAt, isGuess }) => {
    const between = text.slice(subject.end, verbAt);
    const isAbout = verbAt >= subject.end && !ELSEWHERE.test(between) && !CASE.test(between);
    const { path, method } = endpoint;
    return {
      text: value,
      start: start + at,
      endpoint: { path, method },
      says,
      value,
      isShape,
      isLoose: isGuess || isCase || !isCarriedOn || !isAbout,
    };
  });
}
