import type { Repository } from './repository.ts';
import type { RouteDeclaration } from './route-declaration.ts';
import { segmentsOf } from './route-pattern.ts';
import { isApiDocument } from './sources.ts';

const PATH_LINE = /^(\s*)["']?(\/[^"'\s:]*(?::[\w-]+[^"'\s:]*)*)["']?\s*:\s*(?:\{\s*)?$/;
const METHOD_LINE = /^(\s*)["']?(get|post|put|patch|delete|head|options)["']?\s*:/;

/** Paths and methods of OpenAPI documents, read by their indentation: YAML, or JSON as tools print it. */
export function readOpenApiRoutes({ files, read }: Repository): readonly RouteDeclaration[] {
  return files.paths.flatMap((file) => {
    if (!isApiDocument(file)) return [];
    const text = read(file);
    return text === undefined || !/["']?(?:openapi|swagger)["']?\s*:/.test(text.slice(0, 2000))
      ? []
      : routesIn(file, text);
  });
}

function routesIn(file: string, text: string): readonly RouteDeclaration[] {
  const routes: RouteDeclaration[] = [];
  let offset = 0;
  let current: { readonly path: string; readonly indent: number } | undefined;
  for (const line of text.split('\n')) {
    const path = PATH_LINE.exec(line);
    const method = METHOD_LINE.exec(line);
    if (path) current = { path: path[2] ?? '', indent: (path[1] ?? '').length };
    else if (current && method && (method[1] ?? '').length > current.indent) {
      const declared = current.path;
      routes.push({
        role: 'handler',
        method: (method[2] ?? '').toUpperCase(),
        text: declared,
        segments: segmentsOf(declared),
        file,
        offset,
      });
    }
    offset += line.length + 1;
  }
  return routes;
}
