import type { Evidence } from '#drift/evidence.ts';
import { readCodeRoutes } from './code-routes.ts';
import { readFileRoutes } from './file-routes.ts';
import { readOpenApiRoutes } from './openapi-routes.ts';
import { definePart, type Repository } from './repository.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { literalCount, matchFrom, type Segment } from './route-pattern.ts';
import { evidenceAt } from './words.ts';

/** Every route that the repository declares, and how they answer a question. */
export type RouteIndex = {
  readonly handlers: readonly RouteDeclaration[];
  readonly mounts: readonly RouteDeclaration[];
  /** Handlers whose path is the claimed one, under declared mounts or a prefix that pages add. */
  readonly answering: (segments: readonly Segment[]) => readonly RouteDeclaration[];
  /** A mount or handler that starts with the claimed prefix, or is it. */
  readonly under: (segments: readonly Segment[]) => RouteDeclaration | undefined;
  /** The indexes in a claimed path up to which mounts reach, 0 among them. */
  readonly reached: (segments: readonly Segment[]) => ReadonlySet<number>;
  readonly evidenceOf: (declaration: RouteDeclaration) => Evidence;
};

/** The routes of file-based frameworks, of calls in code, and of OpenAPI documents. */
export const routesPart = definePart('routes', readRoutes);

function readRoutes(repository: Repository): RouteIndex {
  const all = [
    ...readFileRoutes(repository),
    ...readCodeRoutes(repository),
    ...readOpenApiRoutes(repository),
  ];
  const handlers = all.filter(({ role }) => role === 'handler');
  const mounts = all.filter(({ role, segments }) => role === 'mount' && segments.length > 0);
  const reached = (segments: readonly Segment[]) => reachedBy(mounts, segments);
  return {
    handlers,
    mounts,
    reached,
    answering: (segments) => answering({ handlers, segments, reached: reached(segments) }),
    under: (segments) => [...mounts, ...handlers].find((route) => isUnder(route, segments)),
    evidenceOf: ({ file, offset }) => evidenceAt(file, repository.read(file) ?? '', offset),
  };
}

function reachedBy(
  mounts: readonly RouteDeclaration[],
  segments: readonly Segment[],
): ReadonlySet<number> {
  const reached = new Set([0]);
  // Prefixes only grow, so visiting the indexes in order finds every chain of mounts.
  for (let start = 0; start < segments.length; start += 1) {
    if (!reached.has(start)) continue;
    for (const { segments: pattern } of mounts) {
      const end = matchFrom(segments, { pattern, start });
      if (end > start && literalCount(pattern) > 0) reached.add(end);
    }
  }
  return reached;
}

type Search = {
  readonly handlers: readonly RouteDeclaration[];
  readonly segments: readonly Segment[];
  readonly reached: ReadonlySet<number>;
};

function answering({ handlers, segments, reached }: Search): readonly RouteDeclaration[] {
  const whole = handlers.filter(({ segments: pattern, application }) =>
    // A route of files is whole by itself: no mount of the code stands before it.
    [...(application === undefined ? reached : [0])].some((start) =>
      isWhole(segments, { pattern, start }),
    ),
  );
  if (whole.length > 0) return literalFirst(whole);
  const underBase = handlers.filter(({ segments: pattern }) => isUnderBase(segments, pattern));
  if (underBase.length > 0) return literalFirst(underBase);
  return literalCount(segments) === 0
    ? []
    : handlers.filter(({ segments: pattern }) => {
        const start = pattern.length - segments.length;
        return start > 0 && matchFrom(pattern, { pattern: segments, start }) === pattern.length;
      });
}

function isWhole(
  segments: readonly Segment[],
  { pattern, start }: { readonly pattern: readonly Segment[]; readonly start: number },
): boolean {
  // A bare `/:id` or `*` proves only what a mount of its own stands before.
  if (literalCount(pattern) === 0 && start === 0 && segments.length > 0) return false;
  return matchFrom(segments, { pattern, start }) === segments.length;
}

/** `/api/v1/x` for a declared `/x`: pages add the base under which the server runs. */
function isUnderBase(segments: readonly Segment[], pattern: readonly Segment[]): boolean {
  const start = segments.length - pattern.length;
  if (start < 1 || start > 3 || literalCount(pattern) === 0 || pattern.includes('*')) return false;
  const isBase = segments
    .slice(0, start)
    .every((segment) => /^(?:api|rest|v\d[\w-]*)$/.test(segment));
  return isBase && matchFrom(segments, { pattern, start }) === segments.length;
}

function literalFirst(routes: readonly RouteDeclaration[]): readonly RouteDeclaration[] {
  return [...routes].sort((a, b) => literalCount(b.segments) - literalCount(a.segments));
}

function isUnder({ segments: pattern }: RouteDeclaration, prefix: readonly Segment[]): boolean {
  return pattern.length >= prefix.length && prefix.every((segment, at) => segment === pattern[at]);
}
