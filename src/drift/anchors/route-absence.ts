import { removedRoutesPart } from '#drift/repository/file-routes.ts';
import { definePart, type Repository } from '#drift/repository/repository.ts';
import type { RouteDeclaration } from '#drift/repository/route-declaration.ts';
import { matchFrom, type Segment } from '#drift/repository/route-pattern.ts';
import type { RouteIndex } from '#drift/repository/routes.ts';
import { isSourcePath, sourceRank } from '#drift/repository/sources.ts';
import type { RouteTarget } from './route-mentions.ts';

const MIN_NEIGHBOURS = 3;
const MIN_ROUTES = 10;

/** Whether all routes under the target's first words are known, so that its absence is a fact. */
export function isKnownWhole(
  target: RouteTarget,
  { routes, repository }: { readonly routes: RouteIndex; readonly repository: Repository },
): boolean {
  if (target.isPrefix) return false;
  if (isOfFiles(target, routes)) return true;
  if (hasOpenEnd(target, routes)) return false;
  return isAmongKnown(target, routes) && !isQuoted(target.path, repository);
}

// `/:run/async` of a router that is mounted at an address which no string gives.
function hasOpenEnd({ segments, method }: RouteTarget, { handlers }: RouteIndex): boolean {
  return handlers.some((route) => {
    const { length } = route.segments;
    const isEnd =
      length < segments.length &&
      route.segments.every((segment, at) => segment === segments[segments.length - length + at]);
    const isOpen = length > 1 && route.segments[0] === ':' && route.segments.at(-1) !== ':';
    return isEnd && isOpen && route.method === method;
  });
}

/** Whether the sources quote the path in full, in a way that the index does not understand. */
export function isQuoted(path: string, repository: Repository): boolean {
  const literal = path.replace(/\/[:{[<$].*$|\/$/, '');
  const quoted = repository.part(quotedPaths);
  let [low, high] = [0, quoted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle] ?? '') < literal) low = middle + 1;
    else high = middle;
  }
  return quoted[low]?.startsWith(literal) === true;
}

/** The paths that the sources quote, in order. */
const quotedPaths = definePart('quoted paths', ({ files, read }): readonly string[] => {
  const paths = new Set<string>();
  for (const file of files.paths) {
    if (!isSourcePath(file) || sourceRank(file) > 1) continue;
    for (const [, path = ''] of (read(file) ?? '').matchAll(/["'`](\/[^"'`\s]{0,200})/g))
      paths.add(path);
  }
  return [...paths].sort();
});

/** The last two words of each path that the sources quote. */
const quotedEndings = definePart('ends of quoted paths', ({ files, read }) => {
  const endings = new Set<string>();
  for (const file of files.paths) {
    if (!isSourcePath(file) || sourceRank(file) > 1) continue;
    for (const [ending] of (read(file) ?? '').matchAll(/\/[\w-]+\/[\w-]+(?=\/?["'`])/g))
      endings.add(ending);
  }
  return endings;
});

/** The path as its declaration quoted it, behind the base of its server, where no source does any more. */
export function unquotedPath(
  { segments, method }: RouteTarget,
  repository: Repository,
): string | undefined {
  const start = segments.findIndex((segment) => !/^(?:api|rest|v\d[\w-]*)$/.test(segment));
  const words = segments.slice(start);
  if (method === undefined || start < 0 || words.length < 2) return undefined;
  if (words.some((segment) => !/^[\w-]+$/.test(segment))) return undefined;
  const isQuoted = repository.part(quotedEndings).has(`/${words.slice(-2).join('/')}`);
  return isQuoted ? undefined : `/${words.join('/')}`;
}

/** File-based routes alone serve the prefix, without a catch-all that would take the path. */
function isOfFiles({ segments, method }: RouteTarget, { handlers, mounts }: RouteIndex): boolean {
  const [first] = segments;
  const isNeighbour = (route: RouteDeclaration) => route.segments[0] === first;
  const neighbours = handlers.filter(isNeighbour);
  const applications = new Set(neighbours.map(({ application }) => application));
  if (
    neighbours.length < MIN_NEIGHBOURS ||
    applications.size !== 1 ||
    applications.has(undefined)
  ) {
    return false;
  }
  if (mounts.some(isNeighbour) || (method === undefined && first !== 'api')) return false;
  return !handlers.some(
    ({ segments: pattern, application }) =>
      applications.has(application) &&
      matchFrom(segments, { pattern, start: 0 }) === segments.length,
  );
}

/** Files of Django and Rails: a line of theirs declares routes that no string names. */
const declaresMore = /(?:^|\/)(?:urls\.py|routes\/?\w*\.rb)$/;

/** Known routes share the first words, and none has the word that follows. */
function isAmongKnown({ segments, method }: RouteTarget, index: RouteIndex): boolean {
  const { handlers, mounts, reached } = index;
  if (method === undefined) return false;
  const all = [...handlers, ...mounts];
  const neighbours = all.filter(({ segments: [first] }) => first === segments[0]);
  const mounted = Math.max(...reached(segments));
  const depth = Math.max(mounted, ...neighbours.map((route) => sharedWith(route, segments)));
  const next = segments[depth];
  if (depth === 0 || next === undefined || next === ':' || isVersion(next)) return false;
  const isEnough =
    mounted > 0 ? handlers.length >= MIN_ROUTES : neighbours.length >= MIN_NEIGHBOURS;
  if (!isEnough || hasCatchAll(handlers, segments[0])) return false;
  if (neighbours.some(({ file }) => declaresMore.test(file))) return false;
  return all.every((route) => !route.segments.includes(next));
}

// `/api/v3` where no route here has a version: the API of another program.
function isVersion(segment: Segment): boolean {
  return /^v\d+$/.test(segment);
}

function sharedWith({ segments: declared }: RouteDeclaration, claimed: readonly Segment[]): number {
  const end = claimed.findIndex((segment, at) => segment !== declared[at]);
  return end < 0 ? claimed.length : end;
}

function hasCatchAll(handlers: readonly RouteDeclaration[], first: Segment | undefined): boolean {
  return handlers.some(
    ({ segments, method, text }) =>
      segments.at(-1) === '*' &&
      segments[0] === first &&
      method === undefined &&
      text.includes('proxy'),
  );
}

/** Files that served the path, or would in a file-based framework: their removal is the receipt. */
export function placesOf(target: RouteTarget, repository: Repository): readonly string[] {
  return [...removedFilesOf(target, repository), ...likelyFilesOf(target, repository)];
}

/** Files that made the route before history removed them. */
export function removedFilesOf(
  { segments }: RouteTarget,
  repository: Repository,
): readonly string[] {
  return repository.part(removedRoutesPart).get(segments.join('/')) ?? [];
}

function likelyFilesOf({ path }: RouteTarget, { files }: Repository): readonly string[] {
  const route = path.replace(/^\/|\/?\*?$/g, '').replace(/[:$](\w+)|\{(\w+)\}/g, '[$1$2]');
  const roots = new Set<string>();
  for (const file of files.paths) {
    const root = /^(.*?(?:^|\/)(?:app|pages|src\/routes|server))\//.exec(file)?.[1];
    if (root !== undefined) roots.add(root);
    if (roots.size > 12) break;
  }
  return [...roots].flatMap((root) => [
    `${root}/${route}`,
    ...['ts', 'js', 'tsx', 'astro', 'vue'].map((extension) => `${root}/${route}.${extension}`),
  ]);
}
