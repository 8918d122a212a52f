import { definePart, type Repository } from './repository.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { literalCount, type Segment, segmentsOf } from './route-pattern.ts';

type Framework = 'next' | 'astro' | 'nuxt' | 'svelte' | 'remix';

/** A folder whose files are routes, with the framework that reads it. */
type Layout = {
  readonly framework: Framework;
  /** Matches a tracked path: the application's folder, then the route in the framework's spelling. */
  readonly pattern: RegExp;
  readonly pathOf: (route: string) => string | undefined;
};

const layouts: readonly Layout[] = [
  {
    framework: 'next',
    pattern: /^(.*?)(?:src\/)?app\/((?:.*\/)?)(?:route|page)\.[cm]?[jt]sx?$/,
    pathOf: groupless,
  },
  {
    framework: 'next',
    pattern: /^(.*?)(?:src\/)?pages\/(.*)\.[cm]?[jt]sx?$/,
    pathOf: (route) => (/(?:^|\/)_|\.(?:test|spec)$/.test(route) ? undefined : indexless(route)),
  },
  {
    framework: 'astro',
    pattern: /^(.*?)src\/pages\/(.*)\.(?:astro|mdx?|html|[cm]?[jt]s)$/,
    pathOf: (route) => (/(?:^|\/)_/.test(route) ? undefined : indexless(route)),
  },
  {
    framework: 'nuxt',
    pattern: /^(.*?)server\/((?:api|routes)\/.*)\.[cm]?[jt]s$/,
    pathOf: (route) => indexless(route.replace(/^routes\//, '').replace(METHOD_SUFFIX, '')),
  },
  { framework: 'nuxt', pattern: /^(.*?)(?:app\/)?pages\/(.*)\.vue$/, pathOf: indexless },
  {
    framework: 'svelte',
    pattern: /^(.*?)src\/routes\/((?:.*\/)?)\+(?:server|page)(?:\.server)?\.(?:svelte|[jt]s)$/,
    pathOf: groupless,
  },
  {
    framework: 'remix',
    pattern: /^(.*?)app\/routes\/(.*)\.[jt]sx?$/,
    pathOf: remixPath,
  },
];

const METHOD_SUFFIX = /\.(get|post|put|patch|delete|head|options)$/i;
const CONFIG = /(?:^|\/)(next|astro|nuxt|svelte|react-router|remix)\.config\.\w+$/;
const DEPENDENCY =
  /"(next|astro|nuxt|@sveltejs\/kit|@remix-run\/(?:node|react|dev|server-runtime)|@react-router\/(?:dev|node))"\s*:/g;

/** Routes that frameworks make of files, with the methods that their exports name. */
export function readFileRoutes(repository: Repository): readonly RouteDeclaration[] {
  const applications = findApplications(repository);
  if (applications.size === 0) return [];
  return repository.files.paths.flatMap((file) => {
    const layout = layoutOf(file, applications);
    return layout ? routesOf(file, { layout, repository }) : [];
  });
}

/** Files that history removed, by the paths of the routes that they would make today. */
export const removedRoutesPart = definePart('removed routes', (repository) => {
  const applications = findApplications(repository);
  const removed = new Map<string, readonly string[]>();
  if (applications.size === 0) return removed;
  for (const file of repository.history.removedPaths()) {
    const layout = layoutOf(file, applications);
    const path = layout?.pathOf(layout.pattern.exec(file)?.[2] ?? '');
    if (path === undefined || repository.files.hasFile(file)) continue;
    for (const key of keysOf(segmentsOf(`/${path}`)))
      removed.set(key, [...(removed.get(key) ?? []), file]);
  }
  return removed;
});

// A page leaves out the tenant and the language that stand before the words of its route.
function keysOf(segments: readonly Segment[]): readonly string[] {
  const words = segments.slice(segments.findIndex((segment) => segment !== ':'));
  const isEnough = words.length < segments.length && literalCount(words) > 1;
  return isEnough ? [segments.join('/'), words.join('/')] : [segments.join('/')];
}

function layoutOf(file: string, applications: ReadonlySet<string>): Layout | undefined {
  return layouts.find(({ framework, pattern }) => {
    const folder = pattern.exec(file)?.[1];
    return folder !== undefined && applications.has(`${framework}:${folder}`);
  });
}

/** `framework:folder/` of every application, by its configuration file or its dependencies. */
function findApplications({ files, read }: Repository): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of files.paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const config = CONFIG.exec(path)?.[1];
    if (config !== undefined) found.add(`${frameworkOf(config)}:${folder}`);
    if (!/(?:^|\/)package\.json$/.test(path)) continue;
    for (const [, name = ''] of (read(path) ?? '').matchAll(DEPENDENCY)) {
      found.add(`${frameworkOf(name)}:${folder}`);
    }
  }
  return found;
}

function frameworkOf(name: string): Framework {
  if (name === 'next' || name === 'astro' || name === 'nuxt') return name;
  return name.includes('svelte') ? 'svelte' : 'remix';
}

function routesOf(
  file: string,
  { layout, repository }: { readonly layout: Layout; readonly repository: Repository },
): readonly RouteDeclaration[] {
  const [, application = '', route = ''] = layout.pattern.exec(file) ?? [];
  const path = layout.pathOf(route);
  if (path === undefined) return [];
  const text = `/${path.replace(/\/$/, '')}`;
  const base = {
    role: 'handler',
    text,
    segments: segmentsOf(text),
    file,
    offset: 0,
    application,
  } as const;
  const suffix = METHOD_SUFFIX.exec(route)?.[1];
  if (suffix) return [{ ...base, method: suffix.toUpperCase() }];
  if (isPage(file)) return [{ ...base, method: 'GET' }];
  if (layout.framework === 'remix') return [base];
  const methods = exportedMethods(repository.read(file) ?? '');
  return methods.length > 0
    ? methods.map(({ method, offset }) => ({
        ...base,
        offset,
        ...(method !== 'ALL' && { method }),
      }))
    : [base];
}

/** Whether the file renders a page, so that it answers nothing but GET. */
function isPage(file: string): boolean {
  return /(?:^|\/)\+?page\.\w+$|\.(?:astro|mdx?|html|vue)$/.test(file);
}

/** `export const GET`, `export async function POST`, `export { handler as PUT }`. */
function exportedMethods(text: string): readonly { method: string; offset: number }[] {
  const direct =
    /\bexport\s+(?:async\s+)?(?:function|const|let)\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)\b/g;
  const named = /\bas\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)\b/g;
  const list = /\bexport\s+(?:const\s+)?\{([^{}]{0,300})\}/g;
  const found = [...text.matchAll(direct), ...text.matchAll(named)].map((match) => ({
    method: match[1] ?? '',
    offset: match.index,
  }));
  for (const match of text.matchAll(list)) {
    for (const word of (match[1] ?? '').split(',').map((part) => part.trim())) {
      if (/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)$/.test(word)) {
        found.push({ method: word, offset: match.index });
      }
    }
  }
  return found;
}

/** Without `(group)` and `@slot` segments; private folders and intercepted routes are none. */
function groupless(route: string): string | undefined {
  const segments = route.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => /^_|^\(\.{1,3}\)/.test(segment))) return undefined;
  return segments.filter((segment) => !/^(?:\(.*\)|@.*)$/.test(segment)).join('/');
}

function indexless(route: string): string {
  return route.replace(/(?:^|\/)index$/, '');
}

/** Remix's flat routes: dots are slashes, `_x` is no segment, `x_` is `x`, `$x` is a parameter. */
function remixPath(route: string): string | undefined {
  const flat = route
    .replace(/\/(?:route|index|_index)$/, '')
    .replace(/\+\//g, '.')
    .replaceAll('/', '.');
  const segments = flat.replace(/\[([^\]]*)\]/g, (_, escaped: string) =>
    escaped.replaceAll('.', '\0'),
  );
  return segments
    .split('.')
    .filter((segment) => segment !== 'index' && !segment.startsWith('_'))
    .map((segment) => segment.replaceAll('\0', '.').replace(/_$/, ''))
    .join('/');
}
