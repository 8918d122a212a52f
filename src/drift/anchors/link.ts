import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { ownName } from '#drift/repository/own-name.ts';
import { isSkill } from '#drift/repository/project-page.ts';
import type { Repository } from '#drift/repository/repository.ts';
import { bookFolder } from '#drift/repository/sites.ts';
import { defineAnchor, type Resolution, type Target } from './anchor.ts';
import { joinPath } from './folder.ts';
import { isHandedOn, isMadeOf } from './handed-on.ts';
import { servesFilesAlone } from './link-generator.ts';
import { certainFix, nearestPage, relativeTo } from './link-nearest.ts';
import {
  besideServed,
  isAmongPages,
  isAsset,
  isBelowBase,
  isComponent,
  isOfSite,
  isRouteLike,
  isTranslated,
  lacksFile,
} from './link-site.ts';
import { type Address, addressOf, linkedPath, ownPath } from './link-target.ts';
import { onMachine } from './machine-path.ts';
import { nearestPath } from './nearest-path.ts';
import { hasExtension, isOpenAddress } from './path-text.ts';
import { exists, hasMovedSince, isElsewhere } from './places.ts';
import { isOfTemplate } from './reader.ts';
import { isQuoted } from './route-absence.ts';

type LinkTarget = Target & { readonly address: Address };

/** A link or image into this repository: relative, from the root, or to its own GitHub pages. */
export const linkAnchor = defineAnchor<LinkTarget>({
  kind: 'link',
  forms: ['link', 'image', 'html-attribute'],
  recognise: (mention, repository) => {
    const address = addressIn(mention, repository);
    if (!address || address.path === '' || isStandIn(address.path)) return [];
    const end = mention.text.search(/[?#]/);
    const text = end < 0 ? mention.text : mention.text.slice(0, end);
    return [{ text, start: 0, address }];
  },
  resolve: ({ address }, repository, mention) => resolveLink(address, mention, repository),
});

// `IMG_URL/a.png` is filled in by whatever renders the page; `localhost` is the reader's machine.
function isStandIn(path: string): boolean {
  const isFilledIn =
    /^[A-Z]+(?:_[A-Z]+)+\/|^_+$|^(?:localhost|URL|url|link|(?:image|page|file)[-_](?:link|url))$/.test(
      path,
    );
  return isFilledIn || isOpenAddress(path.replace(/\[[^\]]*\]/g, ''));
}

/** The address that a mention links to inside this repository. */
export function addressIn(mention: Mention, repository: Repository): Address | undefined {
  if (!isLink(mention) && !isOfComponent(mention, repository)) return undefined;
  const url = mention.text.trim();
  return addressOf(url) ?? ownPath(url, repository.part(ownName));
}

/** What a component links to may be anything, but for a page by its file. */
const pageBeside = /^\.{1,2}\/\S+\.mdx?(?:#\S*)?$/;

/** The label of a comment, in a language that has none: `[//]: a word`. */
const comment = '//';

function isLink({ form, attributes, name, text, context }: Mention): boolean {
  if (form === 'link') return context.label !== comment;
  if (form === 'image') return true;
  if (form !== 'html-attribute' || attributes === undefined) return false;
  if ('href' in attributes) return name === 'a' || pageBeside.test(text);
  return 'src' in attributes && name === 'img';
}

// `<Card href="/guides/start">`, where the pages of a site are all that it serves.
function isOfComponent({ form, name, text, page }: Mention, repository: Repository): boolean {
  return (
    form === 'html-attribute' &&
    /^[A-Z]/.test(name ?? '') &&
    /^\/[\w-]/.test(text) &&
    repository.part(servesFilesAlone)(page)
  );
}

function resolveLink({ path }: Address, mention: Mention, repository: Repository): Resolution {
  const found =
    linkedPath(path, mention.page, repository) ?? besideServed(path, mention.page, repository);
  if (found !== undefined) return { status: 'found', evidence: { file: found } };
  const ofMachine = onMachine(path, mention.page, repository);
  if (ofMachine) return ofMachine;
  const reason = reasonForSilence(path, mention, repository);
  if (reason !== undefined) return { status: 'unknown', reason };
  const base = path.startsWith('/') ? '' : parentOf(mention.page);
  const place = joinPath(base, path.replace(/^\/+/, ''));
  if (place === undefined) return outside(path, repository, mention);
  // Nobody keeps a page's HTML beside its Markdown: it is made from another page.
  // Attributes behind a link are for a site's renderer.
  const isMade = path.endsWith('.html') || mention.context.after.startsWith('{');
  const { page } = mention;
  const isOpen =
    isMade || (isOfSite(path, page, repository) && !isAmongPages(path, page, repository));
  const isRoute = isCopied(page) || (isOpen && !lacksFile(path, page, repository));
  const nearest = isOpen ? nearestPage(place, repository) : nearestPath(path, repository);
  return {
    status: 'missing',
    code: 'link-missing',
    target: path,
    ...(nearest !== undefined && { nearest: relativeTo(mention.page, nearest, path) }),
    places: [place, ...(hasExtension(place) ? [] : [`${place}.md`, `${place}.mdx`])],
    strength: isRoute ? 'guessed' : 'stated',
    ...certainFix(mention, { path, nearest, repository }),
  };
}

// A template is read where it has been copied to, and so is what a skill shows.
function isCopied(page: string): boolean {
  return isSkill(page) || isOfTemplate(page);
}

/** Why a link that leads to no file may still be right. */
function reasonForSilence(
  path: string,
  mention: Mention,
  repository: Repository,
): string | undefined {
  const { page } = mention;
  const place = path.startsWith('/') ? path.slice(1) : joinPath(parentOf(page), path);
  const hasMoved = place !== undefined && hasMovedSince(place, mention, repository.history);
  if (!hasMoved && isElsewhere(path, page, repository)) return 'ignored by git';
  if (leavesBook(path, page, repository)) return 'it leads out of the book';
  if (isSourceOfPage(page, repository)) return 'a program writes another page from this one';
  if (isPartial(page)) return 'the page is a part of others, which resolve its links';
  const fromRoot = path.replace(/^(?:\.{0,2}\/)+/, '');
  const inBranch = fromRoot.replace(/^(?:[\w.-]+\/[\w.-]+\/)?(?:blob|tree)\/[^/]+\//, '');
  if (isForm(page) && exists(inBranch, repository)) return 'the page is the text of a new thread';
  if (isForm(page) && /^[\w-]+$/.test(path)) return 'whoever opens the thread fills it in';
  if (isForm(page) && path.startsWith('../') && isRouteLike(path)) return 'a page of the host';
  if (isComponent(path, page, repository)) return 'Fractal finds a component by its handle';
  if (isTranslated(place, repository)) return 'the site may show the page in another language';
  if (isBelowBase(path, page, repository)) return 'the site may be served below a folder';
  if (isAsset(path, page, repository)) return 'the application that shows the page serves it';
  if (isMadeOf(place ?? '', repository)) return 'it is made of a template';
  if (isHandedOn(page, repository)) return 'a program hands the page on';
  const isRoute = path.startsWith('/') && isRouteLike(path);
  return isRoute && isQuoted(path, repository) ? 'a route of the application' : undefined;
}

/** `.github/readmes/web/README.md`, from which a program writes `web/README.md`. */
export function isSourceOfPage(page: string, { files }: Repository): boolean {
  const [, rest] = /^(?:\..*?\/)(?:readmes?|templates?|src)\/(.+\/README\.md)$/i.exec(page) ?? [];
  return rest !== undefined && files.hasFile(rest);
}

function isPartial(page: string): boolean {
  return /(?:^|\/)(?:_(?!index)[^/]*|_?(?:partials|fragments|includes|snippets)\/.*)\.mdx?$/.test(
    page,
  );
}

function leavesBook(path: string, page: string, repository: Repository): boolean {
  const book = path.startsWith('..') ? bookFolder(page, repository) : undefined;
  const place = joinPath(parentOf(page), path);
  return book !== undefined && place !== undefined && !place.startsWith(book);
}

// Its links are followed from the issue or pull request that it opens.
function isForm(page: string): boolean {
  return /(?:^|\/)(?:(?:pull|merge)_request|issue)_templates?\b/i.test(page);
}

// Above the root: GitHub serves `../../issues` and the like; only what looks like a file is wrong.
function outside(path: string, repository: Repository, mention: Mention): Resolution {
  if (isRouteLike(path)) {
    return { status: 'unknown', reason: 'leads out of the repository' };
  }
  const nearest = nearestPath(path, repository);
  return {
    status: 'missing',
    code: 'link-missing',
    target: path,
    ...(nearest !== undefined && { nearest: relativeTo(mention.page, nearest, path) }),
    places: [],
    strength: 'stated',
  };
}
