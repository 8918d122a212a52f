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
