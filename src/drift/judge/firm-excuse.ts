import { type Spot, sentenceOf } from './spot.ts';

const otherRepositories =
  /\b(?:in|inside|across) (?:all|each of|every one of|our) (?:\w+ )?repositories\b|\bin the (?:library|package)['’]s (?:own )?repo(?:sitory)?\b/i;

const namedRepository =
  /\b(?:in|into|from|of|inside) (?:the |our )`?(?!(?:this|same|main|mono|monorepo|current|root|source|target|whole|entire|public|git|cloned|project|local)\b)([\w./-]+)`? repo(?:sitory)?\b/gi;

/** "The `x` branch under `y`": of a file, not of the branch's name. */
const otherBranch = /`[^`]+`\s+branch\s+(?:at|contains|has|holds|in|under)\s+`?$/i;

/** "It uses `a`, not the library's `b`": of names, not of addresses. */
const contrasted = /,\s+(?:and |but )?not\s+(?:[\w'’]+\s+){0,3}`?$/i;

const newFile =
  /\bcreat(?:e|ing) (?:a |an |the |your )?(?:new )?(?:file|folder|directory)(?: called| named)?\s*`?$/i;

/** "A new file in `a/b.js`" is that file; "a new file in `a/`" needs the folder. */
const newFileIn = /\bcreat(?:e|ing) (?:a |an )?(?:new )?file (?:at|in|under)\s*`?$/i;

/** "Create `a/b.js`:", above what to write into it. */
const created = /(?:^|[.!?\n]\s*|\d\.\s*)(?:create|add) (?:a |an |the )?(?:new )?(?:file )?`?$/i;

const writtenInto = /^\s*(?:file,?|,)?\s*with (?:the |this )?(?:following )?(?:content|code)s?\b/i;

/** "It was removed later", behind the sentence that names it. */
const removedLater =
  /[.(*]\s*(?:It|They|This|These)(?: \w+)? (?:was|were|has been|have been) (?:later |since |then )?(?:deleted|dropped|removed|replaced)\b/;

/** Behind it: git never holds it. */
const untracked =
  /^\s*(?:(?:file|folder|directory)\s+)?(?:is|are)\s+(?:git[- ]?ignored|ignored by git|(?:not|never) (?:committed|checked in|tracked))\b|^\s*\([^)]{0,60}\b(?:git-?ignored|(?:not|never) (?:committed|checked in|tracked|in git)|untracked)\b/i;

/** "For example (names are not exact):", above a list. */
const inexact =
  /\bnames? (?:are|may be|is) (?:not exact|illustrative|made up|examples)\b|\bnot exact\b/i;

/**
 * Why a sentence says in so many words that the reader or another repository has the target.
 * `ownName` is what this one is called: `owner/name`.
 */
export function firmExcuseOf(spot: Spot, ownName: string | undefined): string | undefined {
  const { mention, start, length } = spot;
  const { form, text } = mention;
  if (form === 'component') return undefined;
  if (form === 'fence') return excuseInFence(text.slice(0, start));
  if (inexact.test(`${mention.context.intro} ${mention.context.parentItem}`))
    return 'the page says that names are not exact';
  const { before, after } = sentenceOf(spot);
  if (contrasted.test(before) && !text.includes('/'))
    return 'the sentence says that it is not this';
  const isFile = /\.\w+$/.test(text.slice(start, start + length));
  if (newFile.test(before) || (isFile && newFileIn.test(before)))
    return 'the sentence tells to make a new one';
  if (isFile && created.test(before) && /^`?\s*:\s*$/.test(after))
    return 'the sentence tells to make it';
  if (writtenInto.test(after)) return 'the sentence says what to write into it';
  if (/^[^.`]{0,40}\bin your `/i.test(after)) return "it stands in the reader's own file";
  if (/^\s*\((?:new|planned)\)/i.test(after)) return 'the page calls it new';
  if (untracked.test(after)) return 'the page says that git does not hold it';
  if (/^\s*in (?:our|this) example\b/i.test(after)) return 'the page makes it up';
  const { intro } = mention.context;
  const lead = /:\s*$/.test(intro) ? intro : '';
  if (isOfOtherRepository(`${lead} ${before} ${after}`, ownName))
    return 'the sentence speaks of another repository';
  if (otherBranch.test(before)) return 'the sentence speaks of another branch';
  if (isRemovedLater(spot)) return 'the page says further down that it was removed';
  return undefined;
}

function isOfOtherRepository(sentence: string, ownName: string | undefined): boolean {
  const own = ownName?.toLowerCase() ?? '';
  return (
    otherRepositories.test(sentence) ||
    [...sentence.matchAll(namedRepository)].some(([, name = '']) => {
      const named = name.toLowerCase();
      return named !== own && named !== own.split('/')[1];
    })
  );
}

/** "# in the acme-operator repo", above the commands to run there. */
const commentOnRepository =
  /^\s*(?:#|\/\/)[^\n]*\b(?:in|from|inside) (?:the |your |our )?(?!(?:this|same|main|current|root|whole|entire|public|git|a|the|your)\b)[\w./-]+ repo(?:sitory)?\b/im;

/** "# Before: …": how it was, or how not to do it. */
const commentOnPast = /^\s*(?:#|\/\/)\s*(?:before|old|previously|bad|wrong|don['’]t)\b/i;

function excuseInFence(before: string): string | undefined {
  if (commentOnRepository.test(before))
    return 'a comment above says that it is done in another repository';
  const comment = before.split('\n').findLast((line) => /^\s*(?:#|\/\/)/.test(line));
  return comment !== undefined && commentOnPast.test(comment)
    ? 'a comment above says that it is not what to do'
    : undefined;
}

function isRemovedLater({ mention: { context, text } }: Spot): boolean {
  const at = context.block.indexOf(`\`${text}\``);
  return at >= 0 && removedLater.test(context.block.slice(at));
}
