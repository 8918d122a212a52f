import type { Mention } from '#drift/claims/mention.ts';
import {
  type Fragments,
  filledIdsPart,
  fragmentsOf,
  labelsPart,
} from '#drift/repository/headings.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { isOnSite, isReadAtHost } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { hasCollapsed, lineOf, looselyEqual, nearestSlug } from './fragment-slugs.ts';
import { addressIn, isSourceOfPage } from './link.ts';
import { decode, linkedPath, servedPages } from './link-target.ts';

type FragmentTarget = Target & {
  readonly fragment: string;
  readonly file: string;
  /** Other pages that a route of a site may mean as well. */
  readonly others: readonly string[];
};

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
    const isRoute = address.path.startsWith('/') && isOnSite(mention.page, repository);
    const others = isRoute ? servedPages(address.path, mention.page, repository) : [];
    return [
      {
        text: mention.text.slice(start),
        start,
        fragment,
        file: readmeOf(file, repository),
        others: others.filter((other) => other !== file),
      },
    ];
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
    /^(?::~:|\/|!|#|file:|readme$|top$|start-of-content$|_top$|__)/i.test(fragment) ||
    /[={}$]/.test(fragment)
  );
}

function readmeOf(file: string, { files }: Repository): string {
  if (!files.hasFolder(file) || files.hasFile(file)) return file;
  const readme = file === '' ? 'README.md' : `${file}/README.md`;
  return files.hasFile(readme) ? readme : file;
}

/** Folders of pieces that other pages include: what they link to may stand there. */
const partial = /(?:^|\/)(?:_?(?:partials?|includes?|snippets?|fragments)\/|_(?!index)[^/]*$)/i;

function resolveFragment(
  { fragment, file, others }: FragmentTarget,
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
  const reason = reasonForSilence({ fragment, file, fragments }, mention, repository);
  if (reason !== undefined) return { status: 'unknown', reason };
  // Kramdown, which Jekyll has, leaves underscores out.
  const joinsUnderscores = repository.files.named('_config.yml').length > 0;
  const loose = isOnSite(file, repository)
    ? looselyEqual(fragments, fragment, { joinsUnderscores })
    : undefined;
  if (loose !== undefined) {
    return { status: 'found', evidence: { file, line: loose }, note: 'by the slugs of a site' };
  }
  if (others.some((other) => hasFragment(other, fragment, repository)))
    return { status: 'unknown', reason: 'more than one page may be served there' };
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

// Why a heading that is not here may be served all the same; undefined where it is not.
function reasonForSilence(
  { fragment, file, fragments }: { fragment: string; file: string; fragments: Fragments },
  mention: Mention,
  repository: Repository,
): string | undefined {
  if (fragments.isPartial || (file === mention.page && partial.test(file)))
    return 'parts of the linked page are included from elsewhere';
  if (/^(?:to-?do|tbd|fixme)$/i.test(fragment)) return 'it is still to be filled in';
  if (isSourceOfPage(mention.page, repository))
    return 'a program writes another page from this one';
  if (repository.part(labelsPart).has(fragment)) return 'a label that a page of the site sets';
  if (isOnSite(file, repository) && repository.part(filledIdsPart)(fragment))
    return 'a layout of the site may make it';
  if (hasCollapsed(fragments, fragment) && !isReadOnlyAtHost(file, repository))
    return 'it fits the slugs of other renderers than GitHub';
  return undefined;
}

function hasFragment(page: string, fragment: string, repository: Repository): boolean {
  const fragments = repository.part(fragmentsOf)(page);
  return fragments !== undefined && lineOf(fragments, fragment) !== undefined;
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

// What lies at the root or is a README is read where the repository is hosted, if no site takes it.
function isReadOnlyAtHost(file: string, repository: Repository): boolean {
  return (isReadAtHost(file) || !file.includes('/')) && !isOnSite(file, repository);
}
