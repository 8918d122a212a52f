import { messages } from '#drift/messages.ts';
import { isDrift, type JudgedClaim, type Proof } from '#drift/verdict.ts';

/** What to do about a finding, from the catalogue; undefined for claims that hold. */
export function hintOf({ code }: JudgedClaim): string | undefined {
  return Object.entries(messages).find(([known]) => known === code)?.[1].hint;
}

/** Where a proof is: `file:line`, or the file alone. */
export function placeOf({ file, line }: Proof): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** The commit and day of a proof, such as `1a2b3c4d5e on 2026-05-01`. */
function sinceOf({ commit, date }: Proof): string | undefined {
  if (commit === undefined) return undefined;
  const short = commit.slice(0, 10);
  return date === undefined ? short : `${short} on ${date}`;
}

/** The first proof with a commit: since when the claim does not hold. */
export function changeOf({ evidence }: JudgedClaim): string | undefined {
  return evidence.map(sinceOf).find((since) => since !== undefined);
}

/** What people are told without asking: drift, and what a named person has to renew. */
export function isTold({ verdict, kind }: JudgedClaim): boolean {
  return isDrift(verdict) || (verdict === 'unproven' && dated.has(kind));
}

const dated: ReadonlySet<string> = new Set(['external', 'review']);

/** A finding, and those elsewhere that say the same of the same target. */
export type Cause = { readonly first: JudgedClaim; readonly others: readonly JudgedClaim[] };

/** Findings by what they say: what one change mends in many places is read once. */
export function causesOf(claims: readonly JudgedClaim[]): readonly Cause[] {
  const groups = Map.groupBy(claims, (claim) =>
    [claim.code, claim.verdict, claim.message, baseOf(claim)].join('\n'),
  );
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}

// What a link means depends on where it stands, unless it says so itself.
function baseOf({ kind, page, text }: JudgedClaim): string {
  const isRelative = /^(?:link|fragment)$/.test(kind) && !/^(?:\/|https?:)/.test(text);
  if (!isRelative) return '';
  return text.startsWith('#') ? page : page.slice(0, page.lastIndexOf('/') + 1);
}

const namedPlaces = 5;

/** Where else a finding stands: `a.md:3, b.md:7 and 12 more`; undefined where nowhere. */
export function otherPlaces({ others }: Cause): string | undefined {
  const places = others.slice(0, namedPlaces).map(({ page, line }) => `${page}:${line}`);
  const more = others.length - places.length;
  if (places.length === 0) return undefined;
  return more > 0 ? `${places.join(', ')} and ${more} more` : places.join(', ');
}
