import type { Anchor, Examined, Kind } from '#drift/anchors/anchor.ts';
import type { Mention } from '#drift/claims/mention.ts';
import type { Repository } from '#drift/repository/repository.ts';

/** A target of a mention, with the kind of statement that it is. */
export type Found = { readonly kind: Kind; readonly examined: Examined };

/** Examines a mention by every anchor; where targets overlap, the more decided one is kept. */
export function examineAll(
  mention: Mention,
  wanted: readonly Anchor[],
  repository: Repository,
): readonly Found[] {
  const all: Found[] = [];
  for (const { kind, examine } of wanted) {
    for (const examined of examine(mention, repository)) all.push({ kind, examined });
  }
  if (all.length < 2) return all;
  const kept: Found[] = [];
  const rank = ({ examined }: Found) => rankOf(examined, all);
  for (const found of [...all].sort((a, b) => rank(a) - rank(b))) {
    if (!kept.some(({ examined }) => doOverlap(examined, found.examined))) kept.push(found);
  }
  return kept.sort((a, b) => a.examined.start - b.examined.start);
}

/** What holds comes first, unless something contradicts the very same words. */
function rankOf({ text, start, resolution }: Examined, all: readonly Found[]): number {
  if (resolution.status === 'missing') return resolution.strength === 'stated' ? 2 : 3;
  if (resolution.status !== 'contradicted') return resolution.status === 'found' ? 1 : 4;
  const isSame = all.some(
    ({ examined }) =>
      examined.start === start && examined.text === text && examined.resolution.status === 'found',
  );
  return isSame ? 0 : 2;
}

function doOverlap(a: Examined, b: Examined): boolean {
  return a.start < b.start + b.text.length && b.start < a.start + a.text.length;
}
