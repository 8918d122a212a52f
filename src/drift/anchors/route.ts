import type { Repository } from '#drift/repository/repository.ts';
import type { RouteDeclaration } from '#drift/repository/route-declaration.ts';
import { type Segment, segmentsOf } from '#drift/repository/route-pattern.ts';
import { type RouteIndex, routesPart } from '#drift/repository/routes.ts';
import { wordsPart } from '#drift/repository/words.ts';
import { defineAnchor, type Resolution } from './anchor.ts';
import { isKnownWhole, isQuoted, placesOf, removedFilesOf, unquotedPath } from './route-absence.ts';
import { type RouteTarget, routesIn } from './route-mentions.ts';

/** An endpoint or a page of the site: its path in any spelling, and its method. */
export const routeAnchor = defineAnchor<RouteTarget>({
  kind: 'route',
  forms: ['inline-code', 'prose', 'fence'],
  recognise: (mention, repository) => {
    const targets = routesIn(mention);
    if (targets.length === 0) return [];
    const routes = repository.part(routesPart);
    return targets.filter(
      (target) =>
        !isOfVendor(target) &&
        (isRoute(target, routes) || removedFilesOf(target, repository).length > 0),
    );
  },
  resolve: resolveRoute,
});

// The API that providers of language models share: whose it is, the path does not say.
function isOfVendor({ path }: RouteTarget): boolean {
  return /\/v1\/(?:chat\/completions|completions|embeddings|messages|responses)$/.test(path);
}

/** A path without a method may be a file or a page of another site: only known routes count. */
function isRoute(target: RouteTarget, routes: RouteIndex): boolean {
  if (target.method !== undefined) return true;
  if (target.segments[0] === 'api' && target.segments.length > 1) return true;
  if (routes.under(target.segments) !== undefined) return true;
  // `/start` is a command of any chat: the end of a longer route does not prove one word.
  return routes
    .answering(target.segments)
    .some(({ segments }) => target.segments.length > 1 || segments.length === 1);
}

function resolveRoute(target: RouteTarget, repository: Repository): Resolution {
  const routes = repository.part(routesPart);
  if (target.isPrefix || target.method === undefined) {
    const prefix = resolvePrefix(target, routes);
    if (prefix) return prefix;
  }
  const answering = routes.answering(target.segments);
  const byMethod = answering.filter((route) => answersMethod(route, target.method));
  const literal = byMethod.find(({ segments }) => isLiterally(segments, target.segments));
  const differing = literal ? undefined : differingRoute(target, routes);
  const found = literal ?? (differing ? undefined : byMethod[0]);
  if (found && isAnyValue(found, target))
    return { status: 'unknown', reason: 'only a parameter would answer it' };
  if (found && isBehindBase(found, target))
    return { status: 'unknown', reason: 'a file answers it at another address alone' };
  if (found) return { status: 'found', evidence: routes.evidenceOf(found) };
  if (differing) return contradiction(target, { route: differing, routes });
  const resolution = missing(target, { answering, repository, routes });
  const isGuess = resolution.status === 'missing' && resolution.strength === 'guessed';
  return isGuess && isQuoted(target.path, repository)
    ? { status: 'unknown', reason: 'the sources name it, in a way that is no declaration' }
    : resolution;
}

function resolvePrefix({ segments }: RouteTarget, routes: RouteIndex): Resolution | undefined {
  const under = routes.under(segments);
  return under && { status: 'found', evidence: routes.evidenceOf(under) };
}

function answersMethod({ method }: RouteDeclaration, wanted: string | undefined): boolean {
  if (method === undefined || wanted === undefined || method === wanted) return true;
  return wanted === 'OPTIONS' || (wanted === 'HEAD' && method === 'GET');
}

/** Whether each word that the page writes is a word of the declaration, not a parameter's value. */
function isLiterally(declared: readonly Segment[], claimed: readonly Segment[]): boolean {
  return declared.every((segment, at) => {
    const claim = claimed[claimed.length - declared.length + at] ?? '';
    return segment !== ':' || claim === ':' || !/^[a-z]+(?:-[a-z]+)+$/.test(claim);
  });
}

/** Whether a route of parameters alone takes a word of the claim for a value: it may not be meant. */
function isAnyValue({ segments }: RouteDeclaration, claimed: RouteTarget): boolean {
  const last = claimed.segments.at(-1) ?? '';
  return segments.every((segment) => segment === ':') && /^[a-z]+(?:[-_][a-z]+)*$/.test(last);
}

// The page `/send` of a site is not the `/api/send` of a server: files say their whole address.
function isBehindBase({ segments, application }: RouteDeclaration, claimed: RouteTarget): boolean {
  const isWhole = segments.length >= claimed.segments.length || segments.includes('*');
  return application !== undefined && !isWhole;
}

/** The one route with the claimed method and words, but with a parameter the page leaves out. */
function differingRoute(target: RouteTarget, routes: RouteIndex): RouteDeclaration | undefined {
  if (target.method === undefined || target.segments.length < 3) return undefined;
  const words = target.segments.filter((segment) => segment !== ':');
  const candidates = routes.handlers.filter(
    ({ method, segments }) =>
      method === target.method &&
      segments.length === target.segments.length + 1 &&
      words.join('/') === segments.filter((segment) => segment !== ':').join('/'),
  );
  return candidates[0];
}

function contradiction(
  target: RouteTarget,
  { route, routes }: { readonly route: RouteDeclaration; readonly routes: RouteIndex },
): Resolution {
  const actual = [target.method, route.text].filter((part) => part !== undefined).join(' ');
  return {
    status: 'contradicted',
    code: 'route-differs',
    target: target.text,
    actual,
    evidence: routes.evidenceOf(route),
    nearest: actual,
  };
}

type Absence = {
  readonly answering: readonly RouteDeclaration[];
  readonly repository: Repository;
  readonly routes: RouteIndex;
};

function missing(target: RouteTarget, { answering, repository, routes }: Absence): Resolution {
  const otherMethod = answering.find(({ segments }) => isWholeOf(segments, target.segments));
  const isStated =
    !target.isExample && (isKnownWhole(target, { routes, repository }) || isEndpoint(otherMethod));
  const nearest = otherMethod && [otherMethod.method, otherMethod.text].join(' ');
  return {
    status: 'missing',
    code: 'route-missing',
    target: target.text,
    ...(nearest !== undefined && { nearest }),
    places: placesOf(target, repository),
    ...wordOf(target, repository),
    ...(otherMethod && { evidence: routes.evidenceOf(otherMethod) }),
    strength: isStated ? 'stated' : 'guessed',
  };
}

// A page answers GET alone, whatever an API under the same path answers.
function isEndpoint(route: RouteDeclaration | undefined): boolean {
  return (
    route?.application !== undefined &&
    !/(?:^|\/)\+?page\.|\.(?:vue|svelte|astro)$/.test(route.file)
  );
}

/** The last word of the path, or all of it, where no source holds it any more. */
function wordOf(target: RouteTarget, repository: Repository): { readonly word?: string } {
  const word = target.segments.findLast((segment) =>
    /^(?!resources?$|items?$|path$)[a-z]\w{3,}$/i.test(segment),
  );
  const isGone = word !== undefined && !repository.part(wordsPart).find(word);
  const lost = isGone ? word : unquotedPath(target, repository);
  return lost === undefined ? {} : { word: lost };
}

function isWholeOf(declared: readonly Segment[], claimed: readonly Segment[]): boolean {
  return declared.length === claimed.length && segmentsOf(declared.join('/')).length > 0;
}
