import { editDistance } from '#drift/nearest.ts';
import type { Fragments } from '#drift/repository/headings.ts';

/** The line of the heading or id that a host serves under a fragment. */
export function lineOf({ slugs, ids }: Fragments, fragment: string): number | undefined {
  const wanted = fragment.replace(/^user-content-/, '');
  if (ids.has(wanted) || ids.has(fragment)) return 1;
  const bare = wanted.replace(invisible, '');
  return slugs.get(wanted) ?? slugs.get(wanted.toLowerCase()) ?? slugs.get(bare.toLowerCase());
}

/** What joins or varies emoji: hosts keep it in a slug, or do not. */
const invisible = /\u200D|\uFE0F/gu;

// VitePress takes `&mdash;` for a word, and others write out `&`.
function withoutEntities(fragment: string): string {
  return fragment.replace(/(?<=^|-)(?:[mn]dash|nbsp|amp|hellip|[lr][ds]quo)(?=-|$)/g, '');
}

/**
 * The line of a heading by the rules of sites: letters and digits in order are what all of them
 * keep, some of them without accents, the number in front, or what stands in brackets at the end.
 */
export function looselyEqual(
  { slugs, ids, short }: Fragments,
  fragment: string,
  { joinsUnderscores }: { readonly joinsUnderscores: boolean },
): number | undefined {
  // VitePress puts an underscore before a number.
  const wanted = fragment.replace(/^_(?=\d)/, '');
  const keys = [wanted, wanted.replaceAll('-and-', '-'), withoutEntities(wanted)].map(lettersOf);
  const fits = (slug: string) =>
    (keys.includes(lettersOf(slug)) || keys[0] === lettersOf(slug.replace(/^[\d-]+/, ''))) &&
    addsNothing(wanted, slug) &&
    (joinsUnderscores || !joinsParted(wanted, slug));
  for (const [slug, line] of [...slugs, ...short]) if (fits(slug)) return line;
  for (const id of ids) if (fits(id)) return 1;
  return undefined;
}

// No generator puts an accent or an underscore where the heading has none.
function addsNothing(fragment: string, slug: string): boolean {
  const marks =
    fragment
      .toLowerCase()
      .normalize('NFC')
      .match(/(?!\p{ASCII})\p{L}|_/gu) ?? [];
  return marks.every((mark) => slug.normalize('NFC').includes(mark));
}

// Most generators keep what parts words, or put a hyphen there.
function joinsParted(fragment: string, slug: string): boolean {
  return /\w_\w/.test(slug) && !/[_-]/.test(fragment);
}

/** Whether a heading fits where hyphens are joined and cut at the ends, as some renderers do. */
export function hasCollapsed({ slugs }: Fragments, fragment: string): boolean {
  const wanted = collapsed(fragment);
  return [...slugs.keys()].some((slug) => collapsed(slug) === wanted);
}

function collapsed(slug: string): string {
  return slug.toLowerCase().replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

function lettersOf(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The slug that was meant, where one is near enough. */
export function nearestSlug(fragment: string, { slugs, ids }: Fragments): string | undefined {
  const known = [...slugs.keys(), ...ids];
  const holding = known.filter((slug) => slug.includes(fragment) || fragment.includes(slug));
  const ranked = (holding.length > 0 ? holding : known)
    .slice(0, 500)
    .map((slug) => ({ slug, distance: editDistance(fragment, slug) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(3, fragment.length / 2) ? best.slug : undefined;
}
