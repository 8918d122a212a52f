import type { Examined, Kind, Missing, Resolution } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import type { Evidence } from '#drift/evidence.ts';
import { type MessageFacts, messages } from '#drift/messages.ts';
import type { Removal, WordLoss } from '#drift/repository/history.ts';
import { lazy } from '#drift/repository/lazy.ts';
import { ownName } from '#drift/repository/own-name.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { JudgedClaim, Proof, Verdict } from '#drift/verdict.ts';
import { caseText, movedText } from './certain-fix.ts';
import { excuseOf } from './excuse.ts';
import { firmExcuseOf } from './firm-excuse.ts';
import { excuseOfSection } from './other-section.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import type { HeldBack } from './status.ts';
import { isDenied, present, tenseOf } from './tense.ts';
import type { Wording } from './words.ts';

/** A claim before judgement: what an anchor found where, on what sort of page. */
export type Candidate = {
  readonly kind: Kind;
  readonly mention: Mention;
  readonly examined: Examined;
  readonly wording: Wording;
  readonly heldBack?: HeldBack;
};

/** What a verdict says beyond the claim itself. */
type Judgement = Pick<JudgedClaim, 'verdict' | 'code' | 'message' | 'evidence'> & {
  readonly suggestion?: string;
  readonly fixText?: string;
};

/** Judges a claim: the page's status, then the sentence, then the tree, then the history. */
export function judge(candidate: Candidate, repository: Repository, loss?: WordLoss): Judgement {
  const { movedTo, ...judgement } = judgeAt(candidate, repository, loss);
  const fixText = judgement.fixText ?? certainText(candidate, { ...judgement, movedTo });
  return fixText === undefined ? judgement : { ...judgement, fixText };
}

/** What certainly replaces the claim's text: the new place of a moved file, or another case. */
function certainText(
  { examined, mention }: Candidate,
  { evidence, suggestion, movedTo }: Draft,
): string | undefined {
  const { text, resolution } = examined;
  // The receipt of a removal stands behind what the repository states today.
  const place = evidence.at(-1)?.file;
  if (resolution.status !== 'missing') return undefined;
  if (place === undefined || movedTo === undefined) return caseText(text, suggestion);
  return movedText({ text, page: mention.page, place, movedTo });
}

/** A judgement, and where the file of its receipt went. */
type Draft = Judgement & { readonly movedTo?: string | undefined };

function judgeAt(candidate: Candidate, repository: Repository, loss?: WordLoss): Draft {
  const { heldBack, examined, mention, wording } = candidate;
  const { resolution, start, text } = examined;
  if (heldBack && !isIndexLink(candidate, heldBack))
    return silent('held-back', `Not judged: ${heldBack.reason}.`, [heldBack.evidence]);
  if (resolution.status === 'unknown')
    return silent('unproven', `Not proven: ${resolution.reason}.`, []);
  const spot = { mention, start, length: text.length };
  if (resolution.status === 'found') {
    return judgeFound(resolution, canBeDenied(candidate, text) && isDenied(spot, wording));
  }
  const isFollowed = isLink(candidate) && !mention.context.isStruck;
  const tense = isFollowed ? present : tenseOf(spot, candidate);
  if (tense.claims === 'absence') return silent('holds', 'It is absent, as the page says.', []);
  const receipt = lazy(() => receiptFor(candidate, repository, loss));
  if (tense.claims === 'nothing' && !(tense.isLoose && receipt()?.isLater()))
    return silent('held-back', `Not judged: ${tense.reason}.`, []);
  const firm = isLink(candidate)
    ? undefined
    : (firmExcuseOf(spot, repository.part(ownName)) ?? excuseOfSection(mention, repository));
  const excuse = firm ?? (isLink(candidate) ? undefined : excuseOf(spot, candidate));
  if (resolution.status === 'contradicted') {
    return excuse !== undefined && isExtensible(candidate)
      ? silent('unproven', `Not proven: ${excuse}.`, [])
      : drifted(resolution, [resolution.evidence]);
  }
  if (firm !== undefined) return silent('unproven', `Not proven: ${firm}.`, []);
  return judgeMissing(resolution, { receipt: receipt(), excuse });
}

function receiptFor(
  candidate: Candidate,
  repository: Repository,
  loss: WordLoss | undefined,
): Receipt | undefined {
  const { resolution } = candidate.examined;
  if (resolution.status !== 'missing') return undefined;
  return receiptOf(candidate, resolution, { repository, ...(loss && { loss }) });
}

// A file's name alone may be anybody's; an address with a folder is this repository's, and so are
// the tasks of its files and what its sources held when the line was written.
function isOwn({ target, code }: Missing, { removal, isNewer }: Receipt): boolean {
  const isNamed = target.includes('/') || code === 'task-missing';
  return removal === undefined || (isNamed && isNewer());
}

// "There is no `token`" may speak of a value in a case; of files, tasks and routes it speaks of all,
// but of a route's parameters.
function canBeDenied({ kind }: Candidate, text: string): boolean {
  return (
    !(kind === 'route' && text.includes('?')) &&
    !/^(?:symbol|env|column|version|link|fragment)$/.test(kind)
  );
}

// "Add a `role` column", "for example": what the reader may write into what is there.
function isExtensible({ kind }: Candidate): boolean {
  return kind === 'column' || kind === 'snippet';
}

// A link is followed, whatever its sentence says: where it leads must be there.
function isLink({ kind }: Candidate): boolean {
  return kind === 'link' || kind === 'fragment';
}

// What leads to the records of a folder is no record: its links have to arrive.
function isIndexLink(candidate: Candidate, { evidence }: HeldBack): boolean {
  const isByPlace = evidence.line === undefined;
  return isByPlace && isLink(candidate) && /(?:^|\/)README\.md$/i.test(candidate.mention.page);
}

function judgeFound(
  { evidence, note }: Extract<Resolution, { status: 'found' }>,
  isDenied: boolean,
): Judgement {
  if (!isDenied || note !== undefined) {
    return silent('holds', note === undefined ? 'It holds.' : `It holds, ${note}.`, [evidence]);
  }
  const facts = { target: evidence.file, where: placeOf(evidence) };
  return {
    verdict: 'drifted',
    code: 'denied-but-there',
    message: messages['denied-but-there'].text(facts),
    evidence: [evidence],
  };
}

function judgeMissing(
  resolution: Missing,
  { receipt, excuse }: { receipt: Receipt | undefined; excuse: string | undefined },
): Draft {
  if (receipt && (excuse === undefined || isOwn(resolution, receipt)))
    return drifted(resolution, receipt.evidence, receipt.removal);
  if (excuse !== undefined) return silent('unproven', `Not proven: ${excuse}.`, []);
  if (resolution.strength === 'guessed') {
    return silent('unproven', 'Not proven: nothing in the history says that it was here.', []);
  }
  const evidence = resolution.evidence ? [resolution.evidence] : [];
  return {
    ...drifted(resolution, evidence),
    verdict: evidence.length > 0 ? 'drifted' : 'unfounded',
  };
}

function drifted(
  resolution: Extract<Resolution, { status: 'missing' | 'contradicted' }>,
  evidence: readonly Proof[],
  removal?: Removal,
): Draft {
  const nearest = removal?.movedTo ?? resolution.nearest;
  const [first] = evidence;
  const facts: MessageFacts = {
    target: resolution.target,
    ...(nearest !== undefined && { nearest }),
    ...(resolution.status === 'contradicted' && { actual: resolution.actual }),
    ...(first && first.commit === undefined && { where: placeOf(first) }),
  };
  return {
    verdict: 'drifted',
    code: resolution.code,
    message: messages[resolution.code].text(facts),
    evidence,
    ...(nearest !== undefined && { suggestion: nearest }),
    ...(removal?.movedTo !== undefined && { movedTo: removal.movedTo }),
    ...(resolution.fix !== undefined && { fixText: resolution.fix }),
  };
}

function silent(verdict: Verdict, message: string, evidence: readonly Proof[]): Judgement {
  return { verdict, code: verdict, message, evidence };
}

function placeOf({ file, line }: Evidence): string {
  return line === undefined ? file : `${file}:${line}`;
}
