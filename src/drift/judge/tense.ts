import type { Mention } from '#drift/claims/mention.ts';
import { isRun, type Judged } from './excuse.ts';
import { type Sentence, type Spot, sentenceOf } from './spot.ts';
import type { Wording } from './words.ts';

/** How a page speaks of a target: as there, as not there, or in a way that claims nothing. */
export type Tense =
  | { readonly claims: 'presence' }
  | { readonly claims: 'absence' }
  | {
      readonly claims: 'nothing';
      readonly reason: string;
      /** The words may speak of something else: of what went after they were written, they do. */
      readonly isLoose?: true;
    };

/** The tense of a plain statement. */
export const present: Tense = { claims: 'presence' };

const timelessHeading =
  /^(?:changelog|change log|release notes|history|roadmap|future(?: work)?|planned|plans?|proposals?|todo|ideas|backlog|deprecated|deprecations?|removed|removals?|breaking changes?|legacy|obsolete|migrat(?:ion|ing)\b.*|upgrad(?:e|ing)\b.*|alternatives(?: considered)?|before(?! (?:you|we|\w+ing)\b)|previously|old|prior documentation|(?:deleted|moved|new|removed|retired)(?: \/ \w+)? files?\s*$)/i;

/** What may as well be a thing that the project does today. */
const manySided = /^(?:history|migrat(?:ion|ing)|upgrad(?:e|ing))\b/i;

/** What is upgraded again and again, by commands that have to be there. */
const undated = /^\s*(?:upgrad|migrat)(?:e|ing|ion)\b(?!.*(?:\bto\b|\bfrom\b|\d))/i;

/** A heading that marks what stands below it, calls it a plan of work to be done once, or a change. */
const markedHeading =
  /^(?:PRs?|pull requests?) #\d|\bnot (?:built|done|implemented|supported) yet\b|\bnot yet (?:built|done|implemented|supported)\b|[[(](?:deprecated|obsolete|outdated|archived?|legacy|draft|proposal|proposed|superseded|wip)[\])]|\b(?:implementation|migration|redesign|refactor(?:ing)?|rewrite|rollout|upgrade) plan\b/i;

/** What a section says of the thing that its heading names. */
const withdrawn = /\b(?:deprecated|obsolete|no longer|has no effect|(?:was|been) removed)\b/i;

/** Directly before a mention: something lacks it. */
const lacking =
  /\b(?:(?:has|have|had|contains?|with) no|without(?: an?| any)?)\s+(?:\w+\s+)?`?$|\bno (?:dedicated|extra|own|separate|such)\s+`?$|\bnot allowed:\s[^.:]{0,200}$/i;

/** Whatever it is said of, the whole sentence holds for those versions. */
const ofVersions =
  /\b(?:(?:earlier|older|lower) (?:than|versions?)|(?:before|until) v?\d|in v?\d+(?:\.\d+)* and (?:earlier|below))\b/i;

/** Directly before a mention: another is used in its place. */
const insteadOf = /\b(?:instead of|rather than) (?:[\w-]+ ){0,4}`?$/i;

/** Behind a mention, in a list of settings: "`mode` (boolean) - Deprecated." */
const calledDeprecated = /^`?[^.`]{0,20}(?:\([^)]*\)\s*)?[-–—:]+\s*\**deprecated\b/i;

/** Behind a mention, what it does to something else: "`clean` removes old builds". */
const activeRemoval =
  /(?<!\b(?:begin|start|plan|continue) )\b(?:remov|delet|dropp?|replac|renam|mov|migrat)(?:e|es|ing|s) (?!(?:it|this|them|these|by|with|in|to|from)\b)(?=[\w`])/gi;

/** Reads a claim's sentence, table header and headings, in the page's language. */
export function tenseOf({ mention, start, length }: Spot, { wording, kind }: Judged): Tense {
  const { context, form } = mention;
  if (form === 'component') return present;
  const { before, after } = sentenceOf({ mention, start, length });
  if (isAbsent({ before, after }, wording)) return absence(before);
  if (lacking.test(before)) return nothing('the sentence says of something that it lacks it');
  if (context.isStruck) return nothing('it is struck out');
  if (withdrawn.test(context.below)) return nothing('the section says that it is no longer used');
  if (calledDeprecated.test(after)) return nothing('the page calls it deprecated');
  if (isRenamed(mention, after)) return loosely('it is the left side of a change');
  if (insteadOf.test(before)) return nothing('the sentence names another in its place');
  const sentence = {
    before: withoutNames(before, context.titles),
    after: withoutNames(after.replace(activeRemoval, ' '), context.titles),
  };
  const whole = `${sentence.before} ${sentence.after}`;
  if (wording.removal.test(whole)) {
    const reason = 'the sentence speaks of a removal or a move';
    const isOfIt = ofVersions.test(whole) || wording.removal.test(clauseOf(sentence));
    return isOfIt ? nothing(reason) : loosely(reason);
  }
  if (wording.plan.test(whole)) return nothing('the sentence speaks of a plan');
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
  if (heading) {
    const reason = `the section "${heading.text}" speaks of another time`;
    return manySided.test(heading.text) ? loosely(reason) : nothing(reason);
  }
  return tenseOfIntro(withoutNames(intro), wording);
}

function tenseOfIntro(intro: string, { removal, plan }: Wording): Tense {
  if (!/:\s*$/.test(intro) || !(removal.test(intro) || plan.test(intro))) return present;
  const reason = 'the lead-in speaks of a removal or a plan';
  const clause = clauseOf({ before: intro, after: '' });
  return removal.test(clause) || plan.test(clause) ? nothing(reason) : loosely(reason);
}

/** The words around a target up to the next comma or name, but for others of its list. */
function clauseOf({ before, after }: Sentence): string {
  const head = before.replace(/(?:[\s,:`&/—–-]|\b(?:and|or)\b)+$/, '');
  const tail = after.replace(/^(?:[\s,`&/—–-]|\b(?:and|or)\b)+/, '');
  const [told = ''] = /[^,;:—–`]*$/.exec(head) ?? [];
  const [said = ''] = /^[^,;:—–`]*/.exec(tail) ?? [];
  return `${told} ${said}`;
}

/** "There is no `make seed` for tests": there may be one for the rest. */
const forSome = /^\s*(?:\w+ )?for\b/i;

/** Whether the sentence says that the target is not there. */
export function isDenied(spot: Spot, wording: Wording): boolean {
  if (spot.mention.form === 'component') return false;
  const sentence = sentenceOf(spot);
  if (forSome.test(sentence.after)) return false;
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

function loosely(reason: string): Tense {
  return { claims: 'nothing', reason, isLoose: true };
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
