import type { Kind } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import { type Sentence, type Spot, sentenceOf } from './spot.ts';
import type { Wording } from './words.ts';

/** How a page speaks of a target: as there, as not there, or in a way that claims nothing. */
export type Tense =
  | { readonly claims: 'presence' }
  | { readonly claims: 'absence' }
  | { readonly claims: 'nothing'; readonly reason: string };

/** The tense of a plain statement. */
export const present: Tense = { claims: 'presence' };

const timelessHeading =
  /^(?:changelog|change log|release notes|history|roadmap|future(?: work)?|planned|plans?|proposals?|todo|ideas|backlog|deprecated|deprecations?|removed|removals?|breaking changes?|legacy|obsolete|migrat(?:ion|ing)\b.*|upgrad(?:e|ing)\b.*|alternatives(?: considered)?|before(?! (?:you|we|\w+ing)\b)|previously|old)\b/i;

/** What is upgraded again and again, by commands that have to be there. */
const undated = /^\s*(?:upgrad|migrat)(?:e|ing|ion)\b(?!.*(?:\bto\b|\bfrom\b|\d))/i;

/** A heading that marks what stands below it, or calls it a plan of work to be done once. */
const markedHeading =
  /[[(](?:deprecated|obsolete|outdated|archived?|legacy|draft|proposal|proposed|superseded|wip)[\])]|\b(?:implementation|migration|redesign|refactor(?:ing)?|rewrite|rollout|upgrade) plan\b/i;

/** What a section says of the thing that its heading names. */
const withdrawn = /\b(?:deprecated|obsolete|no longer|has no effect|(?:was|been) removed)\b/i;

/** Directly before a mention: something lacks it. */
const lacking = /\b(?:(?:has|have|had|contains?|with) no|without(?: an?| any)?)\s+(?:\w+\s+)?`?$/i;

/** Behind a mention, what it does to something else: "`clean` removes old builds". */
const activeRemoval =
  /(?<!\b(?:begin|start|plan|continue) )\b(?:remov|delet|dropp?|replac|renam|mov|migrat)(?:e|es|ing|s) (?!(?:it|this|them|these|by|with|in|to|from)\b)(?=\w)/gi;

/** What is known of a claim beside its place. */
type Judged = { readonly wording: Wording; readonly kind: Kind };

function isRun(kind: Kind): boolean {
  return kind === 'script' || kind === 'command';
}

/** Reads a claim's sentence, table header and headings, in the page's language. */
export function tenseOf({ mention, start, length }: Spot, { wording, kind }: Judged): Tense {
  const { context, form } = mention;
  if (form === 'component') return present;
  const { before, after } = sentenceOf({ mention, start, length });
  if (isAbsent({ before, after }, wording)) return absence(before);
  if (lacking.test(before)) return nothing('the sentence says of something that it lacks it');
  if (context.isStruck) return nothing('it is struck out');
  if (withdrawn.test(context.below)) return nothing('the section says that it is no longer used');
  if (isRenamed(mention, after)) return nothing('it is the left side of a change');
  const sentence = withoutNames(`${before} ${after.replace(activeRemoval, ' ')}`, context.titles);
  if (wording.removal.test(sentence)) return nothing('the sentence speaks of a removal or a move');
  if (wording.plan.test(sentence)) return nothing('the sentence speaks of a plan');
  return tenseOfFrame(mention, { wording, kind });
}

/** The tense that table header, lead-in and headings give. */
function tenseOfFrame({ context }: Mention, { wording, kind }: Judged): Tense {
  const { cell, headings, intro, task } = context;
  if (
    cell &&
    (wording.removal.test(cell.header) ||
      /^(?:old|before|from|was|vorher|alt|avant|antes)\b/i.test(cell.header))
  ) {
    return nothing('the column speaks of what was');
  }
  if (cell && /\b(?:planned|future|proposed|todo|new name)\b/i.test(cell.header)) {
    return nothing('the column speaks of a plan');
  }
  if (cell?.row.some((text) => /^\W*(?:TBD|TODO|planned|not started|proposed)\b/i.test(text))) {
    return nothing('the row speaks of a plan');
  }
  if (task === 'done') return nothing('the task is ticked off: it is a record');
  const heading = headings.find(
    ({ text }) =>
      (timelessHeading.test(text.trim()) && !(isRun(kind) && undated.test(text))) ||
      markedHeading.test(text),
  );
  if (heading) return nothing(`the section "${heading.text}" speaks of another time`);
  if (/:\s*$/.test(intro) && (wording.removal.test(intro) || wording.plan.test(intro))) {
    return nothing('the lead-in speaks of a removal or a plan');
  }
  return present;
}

// "Generate it with `x`": what it is made with has to be there.
const byMeans =
  /\b(?:with|by|using|via|running|cop(?:y|ying)(?: of)?)\s+(?:the\s+)?(?:file\s+)?`?$/i;

/** Directly after a mention: something writes it. */
const made =
  /^\s*(?:(?:target|output|destination) (?:path|folder|directory|file)|(?:file|folder|directory)?\s*(?:is|are|will be|gets?|wird|sera|skapas)\s+(?:\p{L}+\s+)?(?:created|generated|written|produced|emitted|added|erstellt|générée?|genererad))/iu;

/** Directly before a mention: it belongs to the reader or to a program of theirs. */
const owned =
  /(?<!\p{L})(?:your|(?:app(?:lication)?|project|plugin|package|theme|client|customer|user)'s|votre|vos|ihre?[mnrs]?|deine?[mnrs]?|din|ditt|dina|sus?|tus?|seus?|suas?)\s+$/iu;

/** "Make the following changes in your app:", above a list or a block. */
const readersChanges =
  /\b(?:in|to) your (?:own )?(?:app|application|project|site|website|plugin|theme)\b[^.:]{0,40}:\s*$/i;

/** Why a sentence may name what is not there: it tells to make it, or shows an example. */
export function excuseOf(
  { mention, start, length }: Spot,
  { wording, kind }: Judged,
): string | undefined {
  const { context, form } = mention;
  if (form === 'component') return undefined;
  const { before, after } = sentenceOf({ mention, start, length });
  const frame = `${context.fence?.intro ?? ''} ${context.parentItem}`;
  if (/\b(?:examples?|template|sample)\b/i.test(context.headings.at(-1)?.text ?? '')) {
    return 'the section gives an example';
  }
  if (owned.test(before) || readersChanges.test(context.intro)) return "it is the reader's own";
  if (wording.creation.test(before)) return 'the sentence tells to make it';
  if (wording.output.test(before) && !byMeans.test(before))
    return 'the sentence says that a command writes it';
  if (made.test(after)) return 'the sentence says that it is made';
  if (wording.example.test(`${before} ${frame}`)) return 'the sentence gives an example';
  if (context.task === 'open' && kind === 'path') return 'the task is still to be done';
  // What is run when the case comes has to be there.
  if (!isRun(kind) && wording.condition.test(before)) return 'the sentence speaks of a case';
  return undefined;
}

/** Whether the sentence says that the target is not there. */
export function isDenied(spot: Spot, wording: Wording): boolean {
  if (spot.mention.form === 'component') return false;
  const sentence = sentenceOf(spot);
  return isAbsent(sentence, wording) && absence(sentence.before).claims === 'absence';
}

function isAbsent({ before, after }: Sentence, wording: Wording): boolean {
  return wording.absenceBefore.test(before) || wording.absenceAfter.test(after);
}

// "If there is no x" states nothing.
function absence(before: string): Tense {
  if (/\b(?:if|when|unless|whether|where|in case|om|falls|wenn|si|se|caso)\b/i.test(before)) {
    return nothing('the sentence speaks of a case');
  }
  return { claims: 'absence' };
}

function nothing(reason: string): Tense {
  return { claims: 'nothing', reason };
}

// `old.ts` → `new.ts`; commands in an arrow chain are steps, not changes.
function isRenamed({ form, text }: Mention, after: string): boolean {
  return form === 'inline-code' && !text.includes(' ') && /^\s*(?:→|->|=>|⟶)/.test(after);
}

// `db:migrate` is a name, not a word of the sentence; so is the name of a page.
function withoutNames(sentence: string, titles: readonly string[] = []): string {
  const plain = titles.reduce((text, title) => text.replace(title, ' '), sentence);
  return plain.replace(/`[^`]*`/g, '`');
}
