import type { Mention } from '#drift/claims/mention.ts';
import { editDistance } from '#drift/nearest.ts';
import {
  type Fragments,
  filledIdsPart,
  fragmentsOf,
  labelsPart,
} from '#drift/repository/headings.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite, isReadAtHost } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { addressIn, isSourceOfPage } from './link.ts';
import { decode, linkedPath } from './link-target.ts';

type FragmentTarget = Target & { readonly fragment: string; readonly file: string };

/** The part of a link behind `#`: a heading or an id of a Markdown page, or a line of a file. */
export const fragmentAnchor = defineAnchor<FragmentTarget>({
  kind: 'fragment',
  forms: ['link', 'image', 'html-attribute'],
  recognise: (mention, repository) => {
    const address = addressIn(mention, repository);
    if (address?.fragment === undefined || isViewState(address.fragment)) return [];
    if (isOfContributors(mention, repository) || isAroundBadge(mention, repository)) return [];
    if (address.path === '/' && isOnSite(mention.page, repository)) return [];
    const file =
      address.path === '' ? mention.page : linkedPath(address.path, mention.page, repository);
    if (file === undefined) return [];
    const fragment = decode(address.fragment) ?? address.fragment;
    const start = mention.text.indexOf('#');
    return [{ text: mention.text.slice(start), start, fragment, file: readmeOf(file, repository) }];
  },
  resolve: (target, repository, mention) => resolveFragment(target, mention, repository),
});

// The tool that lists contributors links each kind of work to an address that never was.
function isOfContributors({ form, page }: Mention, { read }: Repository): boolean {
  return form === 'html-attribute' && (read(page) ?? '').includes('ALL-CONTRIBUTORS-LIST');
}

// `<a href="#badge"><img src="…/badge.svg"></a>`: a badge that leads nowhere on purpose.
function isAroundBadge({ text, page, offset }: Mention, { read }: Repository): boolean {
  if (!text.startsWith('#') || offset < 0) return false;
  const source = read(page) ?? '';
  const before = source.slice(Math.max(0, offset - 200), offset);
  const after = source.slice(offset + text.length, offset + text.length + 200);
  const image =
    /!\[[^\]\n]*\]\(([^)\n]*)\)\]\($/.exec(before) ??
    /^["'][^<>]*>\s*<img\b[^<>]*?\bsrc=["']([^"']*)/.exec(after);
  return image?.[1] !== undefined && /badge|shields|\.svg\b/.test(image[1]);
}

function isViewState(fragment: string): boolean {
  return (
    /^(?::~:|\/|!|#|readme$|top$|start-of-content$|_top$|__)/i.test(fragment) ||
    /[=&{}$]/.test(fragment)
  );
}

function readmeOf(file: string, { files }: Repository): string {
  if (!files.hasFolder(file) || files.hasFile(file)) return file;
  const readme = file === '' ? 'README.md' : `${file}/README.md`;
  return files.hasFile(readme) ? readme : file;
}

/** Folders of pieces that other pages include: what they link to may stand there. */
const partial = /(?:^|\/)_?(?:partials?|includes?|snippets?|fragments)\//i;

function resolveFragment(
  { fragment, file }: FragmentTarget,
  mention: Mention,
  repository: Repository,
): Resolution {
  const line = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/.exec(fragment);
  if (line) return resolveLine(file, Number(line[2] ?? line[1]), repository);
  if (!/\.(?:md|mdx|markdown)$/i.test(file))
    return { status: 'unknown', reason: 'a fragment of a file that is no page' };
  const fragments = repository.part(fragmentsOf)(file);
  if (!fragments) return { status: 'unknown', reason: 'the linked page cannot be read' };
  const heading = lineOf(fragments, fragment);
  if (heading !== undefined) return { status: 'found', evidence: { file, line: heading } };
  if (fragments.isPartial || (file === mention.page && partial.test(file)))
    return { status: 'unknown', reason: 'parts of the linked page are included from elsewhere' };
  if (isSourceOfPage(mention.page, repository))
    return { status: 'unknown', reason: 'a program writes another page from this one' };
  if (repository.part(labelsPart).has(fragment))
    return { status: 'unknown', reason: 'a label that a page of the site sets' };
  if (isOnSite(file, repository) && repository.part(filledIdsPart)(fragment))
    return { status: 'unknown', reason: 'a layout of the site may make it' };
  if (hasCollapsed(fragments, fragment) && !isReadOnlyAtHost(file, repository)) {
    return { status: 'unknown', reason: 'it fits the slugs of other renderers than GitHub' };
  }
  const loose = isOnSite(file, repository) ? looselyEqual(fragments, fragment) : undefined;
  if (loose !== undefined) {
    return { status: 'found', evidence: { file, line: loose }, note: 'by the slugs of a site' };
  }
  const nearest = nearestSlug(fragment, fragments);
  return {
    status: 'missing',
    code: 'fragment-missing',
    target: file === mention.page ? `#${fragment}` : `${file}#${fragment}`,
    ...(nearest !== undefined && { nearest: `#${nearest}` }),
    places: [],
    evidence: { file },
    strength: 'stated',
  };
}

function resolveLine(file: string, line: number, repository: Repository): Resolution {
  const text = repository.read(file);
  if (text === undefined) return { status: 'unknown', reason: 'the linked file cannot be read' };
  const length = text.split('\n').length;
  if (line <= length) return { status: 'found', evidence: { file, line } };
  return {
    status: 'contradicted',
    code: 'fragment-missing',
    target: `${file}#L${line}`,
    actual: `${length} lines`,
    evidence: { file, line: length },
  };
}

function lineOf({ slugs, ids }: Fragments, fragment: string): number | undefined {
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

// Sites make slugs by rules of their own; letters and digits in order are what all of them keep,
// some of them without their accents, the number in front, or what stands in brackets at the end.
function looselyEqual({ slugs, ids, short }: Fragments, fragment: string): number | undefined {
  // VitePress puts an underscore before a number.
  const wanted = fragment.replace(/^_(?=\d)/, '');
  const keys = [wanted, wanted.replaceAll('-and-', '-'), withoutEntities(wanted)].map(lettersOf);
  const fits = (slug: string) =>
    (keys.includes(lettersOf(slug)) || keys[0] === lettersOf(slug.replace(/^[\d-]+/, ''))) &&
    addsNothing(wanted, slug);
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

// What lies at the root or is a README is read where the repository is hosted, if no site takes it.
function isReadOnlyAtHost(file: string, repository: Repository): boolean {
  return (isReadAtHost(file) || !file.includes('/')) && !isOnSite(file, repository);
}

// Some renderers make one hyphen of several, and none at the ends.
function hasCollapsed({ slugs }: Fragments, fragment: string): boolean {
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

function nearestSlug(fragment: string, { slugs, ids }: Fragments): string | undefined {
  const known = [...slugs.keys(), ...ids];
  const holding = known.filter((slug) => slug.includes(fragment) || fragment.includes(slug));
  const ranked = (holding.length > 0 ? holding : known)
    .slice(0, 500)
    .map((slug) => ({ slug, distance: editDistance(fragment, slug) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(3, fragment.length / 2) ? best.slug : undefined;
}
