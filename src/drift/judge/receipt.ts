import type { Resolution } from '#drift/anchors/anchor.ts';
import type { Removal, WordLoss } from '#drift/repository/history.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { Proof } from '#drift/verdict.ts';
import type { Candidate } from './judge.ts';

/** What the history has to say against a claim. */
export type Receipt = { readonly evidence: readonly Proof[]; readonly removal?: Removal };

type Missing = Extract<Resolution, { status: 'missing' }>;

/**
 * The removal of what a claim names, or the source that held its word when the line was written.
 * For a guess, a removal counts only when it came after the line.
 */
export function receiptOf(
  { mention }: Candidate,
  resolution: Missing,
  { repository, loss }: { repository: Repository; loss?: WordLoss },
): Receipt | undefined {
  const { history } = repository;
  for (const place of resolution.places) {
    const removal = history.removalOf(place);
    if (!removal) continue;
    if (
      resolution.strength === 'guessed' &&
      !isNewer(removal, history.writtenOn(mention.page, mention.line))
    )
      continue;
    const { commit, date } = removal;
    return { evidence: [...stated(resolution), { file: place, commit, date }], removal };
  }
  if (!loss) return undefined;
  const { file, line, commit, date } = loss;
  return { evidence: [...stated(resolution), { file, line, commit, date }] };
}

function stated({ evidence }: Missing): readonly Proof[] {
  return evidence ? [evidence] : [];
}

function isNewer(removal: Removal, writtenOn: string | undefined): boolean {
  return writtenOn === undefined || removal.date >= writtenOn;
}
