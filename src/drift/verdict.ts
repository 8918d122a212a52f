import type { Kind } from './anchors/anchor.ts';
import type { Evidence } from './evidence.ts';

/**
 * `holds`: proven by evidence. `drifted`: a commit or a line contradicts it. `unfounded`: stated as
 * present, but neither the tree nor the history has it. `unproven`: cannot be told, with the reason.
 * `held-back`: the page or section is a plan, a record, a draft or an archive.
 */
export type Verdict = 'holds' | 'drifted' | 'unfounded' | 'unproven' | 'held-back';

/** A line of the repository or a commit that decides a claim. */
export type Proof = Evidence & {
  readonly commit?: string;
  /** `YYYY-MM-DD` of the commit. */
  readonly date?: string;
};

/** A replacement of page text that is certain: offsets in UTF-16 units of the page. */
export type Fix = { readonly start: number; readonly end: number; readonly text: string };

/** A claim of a page with its verdict: what every reporter prints. */
export type JudgedClaim = {
  readonly page: string;
  readonly line: number;
  readonly column: number;
  /** The text as it stands on the page. */
  readonly text: string;
  readonly kind: Kind;
  readonly verdict: Verdict;
  /** Permanent code of the message, such as `path-moved`; `holds` for claims that hold. */
  readonly code: string;
  readonly message: string;
  readonly evidence: readonly Proof[];
  readonly suggestion?: string;
  readonly fix?: Fix;
  /** Headings above the claim, joined by ` › `; part of the baseline key. */
  readonly section: string;
};

/** Whether a verdict makes a run fail. */
export function isDrift(verdict: Verdict): boolean {
  return verdict === 'drifted' || verdict === 'unfounded';
}
