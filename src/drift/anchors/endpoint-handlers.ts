import { type Handler, handlerOf } from '#drift/repository/handlers.ts';
import { type Reach, reachFrom } from '#drift/repository/reach.ts';
import type { Repository } from '#drift/repository/repository.ts';
import type { RouteDeclaration } from '#drift/repository/route-declaration.ts';
import { type Segment, segmentsOf } from '#drift/repository/route-pattern.ts';
import { routesPart } from '#drift/repository/routes.ts';

/** The endpoint a sentence is about: its path, or the file of its handler. */
export type Endpoint = { readonly method?: string | undefined; readonly path: string };

/** A declared route that answers an endpoint, with the code of its call where it is no file's. */
export type Answering = { readonly route: RouteDeclaration; readonly handler?: Handler };

/** The handlers of an endpoint, all of one file; none where several files may answer. */
export function handlersOf(endpoint: Endpoint, repository: Repository): readonly Answering[] {
  const { method, path } = endpoint;
  const { answering, handlers } = repository.part(routesPart);
  const all = path.startsWith('/')
    ? answering(segmentsOf(path))
    : handlers.filter(({ file }) => file === path || file.endsWith(`/${path}`));
  const [first, ...others] = all.filter(({ file }) => !/\.(?:ya?ml|json)$/.test(file));
  if (!first) return [];
  const fitting = [first, ...others].filter(
    (route) =>
      route.file === first.file &&
      /\.[cm]?[jt]s$/.test(route.file) &&
      (method === undefined || route.method === undefined || route.method === method),
  );
  if (first.application !== undefined) return fitting.map((route) => ({ route }));
  if (others.some(({ file }) => file !== first.file)) return [];
  const claimed = path.startsWith('/') ? segmentsOf(path) : undefined;
  return fitting.flatMap((route) => {
    if (claimed && !isWholeOf(route, claimed)) return [];
    const handler = handlerOf({ ...route, ...(method !== undefined && { method }) }, repository);
    return handler ? [{ route, handler }] : [];
  });
}

/** Whether the route ends as the claim does, word by word, behind a mount at most. */
function isWholeOf({ segments }: RouteDeclaration, claimed: readonly Segment[]): boolean {
  const start = claimed.length - segments.length;
  return (
    start >= 0 &&
    segments.every((segment, at) => segment !== '*' && segment === claimed[start + at])
  );
}

/** The code that a handler may run. */
export function reachOf({ route, handler }: Answering, repository: Repository): Reach {
  const { file, method } = route;
  if (!handler) {
    return reachFrom({ file, names: method === undefined ? ['*'] : [method, 'ALL'] }, repository);
  }
  const reach = reachFrom({ file, names: [], pieces: handler.pieces }, repository);
  return { ...reach, isComplete: reach.isComplete && !handler.isOpen };
}
