import type { Examined, Kind } from '#drift/anchors/anchor.ts';
import { type Spot, sentenceOf } from './spot.ts';
import type { Wording } from './words.ts';

/** What is known of a claim beside its place. */
export type Judged = { readonly wording: Wording; readonly kind: Kind };

/** Whether a claim of this kind is something that the reader runs. */
export function isRun(kind: Kind): boolean {
  return kind === 'script' || kind === 'command';
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
  { wording, kind, examined }: Judged & { readonly examined: Examined },
): string | undefined {
  const { context, form } = mention;
  if (form === 'component') return undefined;
  const { before, after } = sentenceOf({ mention, start, length });
  const frame = `${context.fence?.intro ?? ''} ${context.parentItem}`;
  const isMeant = isMisspelt(examined);
  const heading = context.headings.at(-1)?.text ?? '';
  if (!isMeant && /\b(?:examples?|template|sample)\b/i.test(heading))
    return 'the section gives an example';
  if (owned.test(before) || readersChanges.test(context.intro)) return "it is the reader's own";
  if (wording.creation.test(before)) return 'the sentence tells to make it';
  if (wording.output.test(before) && !byMeans.test(before))
    return 'the sentence says that a command writes it';
  if (made.test(after)) return 'the sentence says that it is made';
  // A block that shows what to run, for example, shows what runs.
  const isShown = isRun(kind) && form === 'fence';
  if (!isMeant && wording.example.test(isShown ? before : `${before} ${frame}`))
    return 'the sentence gives an example';
  if (context.task === 'open' && kind === 'path') return 'the task is still to be done';
  // What is run when the case comes has to be there.
  if (!isRun(kind) && wording.condition.test(before)) return 'the sentence speaks of a case';
  return undefined;
}

// What misspells a file or a variable of the repository is an example of that.
function isMisspelt({ resolution }: Examined): boolean {
  if (resolution.status === 'contradicted') return resolution.code === 'env-missing';
  const isNamed = resolution.status === 'missing' && /^(?:path|command|env)-/.test(resolution.code);
  return isNamed && resolution.evidence !== undefined;
}
