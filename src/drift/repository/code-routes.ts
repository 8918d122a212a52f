import type { Repository } from './repository.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { segmentsOf } from './route-pattern.ts';
import { sourceRank } from './sources.ts';

const CODE = /\.(?:[cm]?[jt]sx?|go|py|rb|rs|php|java|kt|cs|ex)$/i;
const MAX_LENGTH = 400_000;
const PATH = /["'`](\/[^"'`\s\\]{0,160})["'`]/g;
const RELATIVE_PATH = /["'`]([A-Za-z^][^"'`\s\\(]{0,120})["'`]/g;

/** What stands before the string, nearest first: the call or the key that takes it as a path. */
const CALL =
  /(?:([\w$\])]+)\s*\.\s*|@(?:\w+\.)?|\b)(get|post|put|patch|delete|del|head|options|all|any|use|route|mount|group|basepath|register|handle|handlefunc|path|re_path|api_route|add_url_rule|controller)\s*(?:<[^<>()]{0,120}>\s*)?\(\s*(?:path\s*[:=]\s*|r)?$/i;
const KEY = /\b(path|url|prefix|basePath|url_prefix|routePrefix)["']?\s*[:=]\s*$/;
const CLIENT =
  /(?:axios|client|http|fetch|fetcher|request|requests|agent|ky|got|cy|page|supertest|session|app\.request|location|router\.push|nock|mock|server\.use)$/i;
const METHOD = /\bmethods?["']?\s*[:=]\s*\[?\s*["'`](get|post|put|patch|delete|head|options)["'`]/i;
const METHODS = new RegExp(METHOD, 'gi');
const VERB = /^(?:get|post|put|patch|delete|del|head|options)$/;

/** Routes and mounts that sources declare by calls and objects; tests and clients are left out. */
export function readCodeRoutes({ files, read }: Repository): readonly RouteDeclaration[] {
  return files.paths.flatMap((file) => {
    if (!CODE.test(file) || sourceRank(file) > 1) return [];
    const text = read(file);
    if (text === undefined || text.length > MAX_LENGTH) return [];
    const rooted = declarationsIn({ file, text, pattern: PATH });
    return isRelative(text)
      ? [...rooted, ...declarationsIn({ file, text, pattern: RELATIVE_PATH })]
      : rooted;
  });
}

/** Django and Nest write paths without the first slash. */
function isRelative(text: string): boolean {
  return /\burlpatterns\b|@Controller\(|routers?\.\w*Router\(/.test(text);
}

type Source = { readonly file: string; readonly text: string; readonly pattern: RegExp };

function declarationsIn({ file, text, pattern }: Source): readonly RouteDeclaration[] {
  const declarations: RouteDeclaration[] = [];
  for (const match of text.matchAll(pattern)) {
    const path = match[1] ?? '';
    const role = roleAt(text, match.index);
    if (!role || /\(\?/.test(path)) continue;
    const segments = segmentsOf(path.replace(/^\^|\$$/g, ''));
    const base = { text: path, segments, file, offset: match.index };
    const { method, isMount, isHandler } = role;
    if (isHandler) declarations.push({ ...base, role: 'handler', ...(method && { method }) });
    if (isMount) {
      const prefix = segments.at(-1) === '*' ? segments.slice(0, -1) : segments;
      declarations.push({ ...base, role: 'mount', segments: prefix });
    }
  }
  return declarations;
}

type Role = {
  readonly method?: string | undefined;
  readonly isMount: boolean;
  readonly isHandler: boolean;
};

function roleAt(text: string, at: number): Role | undefined {
  const before = text.slice(Math.max(0, at - 160), at);
  if (!/[(:=r]\s*$/.test(before.slice(-40))) return undefined;
  const call = CALL.exec(before);
  if (call)
    return roleOfCall({ receiver: call[1] ?? '', name: (call[2] ?? '').toLowerCase(), text, at });
  const key = KEY.exec(before)?.[1];
  if (key === undefined) return undefined;
  if (/prefix|base/i.test(key)) return { isMount: true, isHandler: false };
  const method = methodNear(text, at);
  return { method, isMount: false, isHandler: true };
}

/** The method that the same object names: the nearest one. */
function methodNear(text: string, at: number): string | undefined {
  const start = Math.max(0, at - 240);
  const [nearest] = [...text.slice(start, at + 320).matchAll(METHODS)]
    .map(({ 1: name = '', index }) => ({ name, distance: Math.abs(start + index - at) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.name.toUpperCase();
}

function roleOfCall(call: {
  readonly receiver: string;
  readonly name: string;
  readonly text: string;
  readonly at: number;
}): Role | undefined {
  const { receiver, name, text, at } = call;
  if (CLIENT.test(receiver)) return undefined;
  if (VERB.test(name)) {
    const method = name === 'del' ? 'DELETE' : name.toUpperCase();
    return { method, isMount: false, isHandler: true };
  }
  if (/^(?:use|mount|group|basepath|controller)$/.test(name))
    return { isMount: true, isHandler: false };
  if (/^(?:route|register|path|re_path)$/.test(name)) {
    const after = text
      .slice(at, at + 200)
      .split('\n')
      .slice(0, 3)
      .join('\n');
    const method = METHOD.exec(after)?.[1]?.toUpperCase();
    return { method, isMount: true, isHandler: true };
  }
  return { isMount: false, isHandler: true };
}
