import type { Mention } from '#drift/claims/mention.ts';
import { isProjectPage } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { wordsPart } from '#drift/repository/words.ts';

/** A block of code in a page's text; its second group is what stands in it. */
export const fence = /^ {0,3}(```+|~~~+)[^\n]*\n([\s\S]*?)\n {0,3}\1/gm;

/** Why a name that no source holds may be the page's own or another's; undefined where it is not. */
export function reasonForSilence(
  word: string,
  { mention, repository }: { readonly mention: Mention; readonly repository: Repository },
): string | undefined {
  const page = repository.read(mention.page) ?? '';
  if (isDeclared(word, { page, isLesson: !isProjectPage(mention.page) }))
    return 'A block of code on the page declares it';
  if (isSaidToBeGone(word, page)) return 'The page says that it was removed';
  const owner = ofAnother.exec(mention.context.after)?.[1];
  if (owner !== undefined && repository.part(wordsPart).find(owner) === undefined)
    return `It is of "${owner}", which no source holds`;
  return undefined;
}

/** "The `retry` method of a `Client`": the name of something that is itself named. */
const ofAnother =
  /^`?\s*(?:event|field|function|hook|method|option|property) (?:in|of|on) (?:an?|the) `(\w+)`/;

// Pages for users show code of theirs, whose names they go on to speak of.
function isDeclared(
  word: string,
  { page, isLesson }: { readonly page: string; readonly isLesson: boolean },
): boolean {
  if (!isLesson && !page.includes('xample')) return false;
  for (const { index, 2: body = '' } of page.matchAll(fence)) {
    if (!body.includes(word)) continue;
    if (isLesson && isIntroduced(body, word)) return true;
    if (isExample(page.slice(0, index)) && (isIntroduced(body, word) || isQuotedIn(body, word)))
      return true;
  }
  return false;
}

/** Whether code on a page for users reads an environment variable: it is one of the reader's. */
export function isReadOnPage(name: string, { page }: Mention, { read }: Repository): boolean {
  if (isProjectPage(page)) return false;
  const text = read(page) ?? '';
  if (!text.includes(name)) return false;
  const reads = new RegExp(
    `\\b(?:process\\.env|import\\.meta\\.env|os\\.environ|getenv|Deno\\.env\\.get|ENV)(?:\\.get)?[.([]+['"]?${name}\\b`,
  );
  return [...text.matchAll(fence)].some(({ 2: body = '' }) => reads.test(body));
}

const gone = /\b(?:no longer|(?:has|have) been \W{0,3}removed|(?:was|were) removed)\b/i;

function isSaidToBeGone(word: string, page: string): boolean {
  return page
    .split(/\n\s*\n/)
    .some((paragraph) => paragraph.includes(`\`${word}`) && gone.test(paragraph));
}

function isExample(before: string): boolean {
  const paragraph =
    before
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return /\bexamples?\b/i.test(paragraph);
}

function isIntroduced(body: string, word: string): boolean {
  const isMethod = new RegExp(
    `^[ \\t]*(?:(?:async|private|protected|public|static) +)*${RegExp.escape(word)} ?\\((?!.*(?:=>|\\bfunction\\b))[^\\n]*\\{[ \\t]*$`,
    'm',
  );
  return isMethod.test(body) || isDeclaredIn(body, word);
}

function isDeclaredIn(body: string, word: string): boolean {
  return placesIn(body, word).some(
    ({ before, next }) =>
      /\b(?:class|const|def|enum|fragment|function|interface|let|mutation|query|type|var) $/.test(
        before,
      ) && !/\w/.test(next),
  );
}

function isQuotedIn(body: string, word: string): boolean {
  return placesIn(body, word).some(({ before, next }) => /['"]$/.test(before) && /['"]/.test(next));
}

function placesIn(
  body: string,
  word: string,
): readonly { readonly before: string; readonly next: string }[] {
  const places: { readonly before: string; readonly next: string }[] = [];
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1)) {
    places.push({
      before: body.slice(Math.max(0, at - 12), at),
      next: body[at + word.length] ?? '',
    });
  }
  return places;
}
