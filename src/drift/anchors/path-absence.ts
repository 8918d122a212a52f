import type { Mention } from '#drift/claims/mention.ts';
import { parentOf } from '#drift/repository/files.ts';
import { memoised } from '#drift/repository/lazy.ts';
import { isProjectPage, isSkill } from '#drift/repository/project-page.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import { isForUsers } from '#drift/repository/sites.ts';
import type { Missing } from './anchor.ts';
import { joinPath } from './folder.ts';
import { misspeltPath, nearestPath } from './nearest-path.ts';
import { mayBeElsewhere } from './other-repository.ts';
import type { PathShape } from './path-text.ts';
import { candidatePaths } from './places.ts';

/** What is to say of a path that is not in the tree. */
export function missingPath(shape: PathShape, mention: Mention, repository: Repository): Missing {
  const { page } = mention;
  const { path } = shape;
  const spelt = misspeltPath(path, repository);
  const misspelt = spelt !== undefined && isMeant(spelt, shape, page) ? spelt : undefined;
  const nearest = misspelt ?? nearestPath(path, repository);
  const isSure =
    misspelt !== undefined ||
    (!isStandIn(shape) &&
      !isCompiled(path, nearest) &&
      !output.test(path) &&
      !isSkill(page) &&
      !mayBeReaders(page, repository) &&
      hasParent(shape, page, repository) &&
      !hasSample(path, repository) &&
      !mayBeElsewhere(path, mention, repository));
  return {
    status: 'missing',
    code: 'path-missing',
    target: path,
    ...(nearest !== undefined && { nearest }),
    places: isReaders(shape, mention, repository) ? [] : candidatePaths(path, page),
    ...(misspelt !== undefined && { evidence: { file: misspelt } }),
    strength: isSure ? 'stated' : 'guessed',
  };
}

// `providers.json`, of which the repository has a `providers.template.json`: each makes their own.
function hasSample(path: string, { files }: Repository): boolean {
  const [, stem = '', extension = ''] = /([^/]+?)(\.\w+)$/.exec(path) ?? [];
  const names = ['default', 'dist', 'example', 'sample', 'template'].flatMap((word) => [
    `${stem}.${word}${extension}`,
    `${stem}${extension}.${word}`,
  ]);
  return stem !== '' && names.some((name) => files.named(name).length > 0);
}

// A bare name is that of a file near the page, or one in another case: else it may be the reader's.
function isMeant(spelt: string, { path }: PathShape, page: string): boolean {
  const isNear = path.includes('/') || spelt.startsWith(`${parentOf(page)}/`);
  return isNear || spelt.toLowerCase().endsWith(`/${path.toLowerCase()}`);
}

/** Folders into which programs write. */
const output = /(?:^|\/)(?:build|coverage|dist|logs?|out|reports?|te?mp)\/./;

// `providers/PROVIDER_NAME.js`: no source is called so, and the reader puts a name there.
function isStandIn({ segments }: PathShape): boolean {
  const name = segments.at(-1) ?? '';
  return /^[A-Z]+(?:_[A-Z]+)+\.(?:[cm]?[jt]sx?|astro|css|go|html|php|py|rb|rs|s[ac]ss|sh|svelte|vue)$/.test(
    name,
  );
}

// TypeScript's modules import `x.ts` as `x.js`.
function isCompiled(path: string, nearest: string | undefined): boolean {
  const source = path.replace(/^\/+/, '').replace(/\.([cm]?)js(x?)$/, '.$1ts$2');
  return nearest !== undefined && source !== path && nearest.endsWith(source);
}

/** `.claude/settings.json`, `.data`: what a tool reads or keeps in any project, made by who needs it. */
export function isOpen([first = '']: readonly string[]): boolean {
  return /^\.(?!github$|\.?$)/.test(first);
}

// What a site tells its users to open may be in a project of their own that looks like this one,
// unless most of the files that the page names are here.
function mayBeReaders(page: string, repository: Repository): boolean {
  return isForUsers(page, repository) && !repository.part(aboutSourcesPart)(page);
}

const filePath = /`\.?\/?([\w@.-]+(?:\/[\w@.[\]-]+)+\.\w+)`/g;

const aboutSourcesPart = definePart('pages about sources', ({ files, read }) =>
  memoised((page: string): boolean => {
    const named = [...(read(page) ?? '').matchAll(filePath)].map(([, path = '']) => path);
    const all = [...new Set(named)];
    return 2 * all.filter((path) => files.withSuffix(path).length > 0).length >= all.length;
  }),
);

// A site's page that names a bare file tells readers of their own: `manifest.yml`; so does a command
// there with a folder that any project has: `tool --file ./test/setup.js`.
function isReaders(
  { path, segments }: PathShape,
  { page, form }: Mention,
  repository: Repository,
): boolean {
  if (!isSkill(page) && !isForUsers(page, repository)) return false;
  const isBare = segments.length === 1 || path.startsWith('/');
  return isBare || (form === 'fence' && isCommonFolder(segments));
}

function isCommonFolder(segments: readonly string[]): boolean {
  return segments.slice(0, -1).every((segment) => segment === '.' || COMMON.test(segment));
}

/** Folders of containers and servers. */
const MACHINE =
  /^\/(?:app|bin|boot|code|config|data|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|src|sys|tmp|usr|var|work(?:dir|space)?|Users|Applications)\//;

/** Folders that most projects have: a site's page that names only such may mean any project. */
const COMMON = /^(?:app|bin|config|db|lib|public|scripts?|spec|src|tests?)$/;

/** Whether the folder of a path is there, so that the path can only be one of this repository. */
function hasParent(
  { path, segments, hasExtension }: PathShape,
  page: string,
  repository: Repository,
): boolean {
  const [first = '', second = ''] = segments;
  if (segments.length < 2 || isOpen(segments) || isOpen(segments.slice(-1))) return false;
  // `../configurator` may be another clone beside this one.
  if (!hasExtension && /^(?:\.\.\/)+[^/]+$/.test(path)) return false;
  // A folder may be one that a design page wishes for.
  if (!hasExtension && !isProjectPage(page)) return false;
  // Any repository has a `.github/`.
  if (first.startsWith('.') && !isProjectPage(page)) return false;
  // `/src/mail/x.ts` is this repository's where `src/mail/` is.
  if (MACHINE.test(path) && !repository.files.hasFolder(`${first}/${second}`)) return false;
  const fromRoot = path.replace(/^\/+/, '');
  const beside = path.startsWith('/') ? undefined : joinPath(parentOf(page), path);
  const places = /^\.{1,2}\//.test(path) ? [beside] : [fromRoot, beside];
  if (!places.some((place) => place !== undefined && isFolder(parentOf(place), repository)))
    return false;
  return !isCommonFolder(segments) || !isForUsers(page, repository);
}

function isFolder(path: string, { files }: Repository): boolean {
  return path !== '' && files.hasFolder(path);
}
