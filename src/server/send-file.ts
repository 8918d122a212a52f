import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './encoding.ts';
import type { StaticFile } from './static-files.ts';

type Options = { status?: number };

/** Answers with a file: 304 when the client has it, its smallest body otherwise. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  { status = 200 }: Options = {},
): void {
  const wanted = chooseEncoding(request.headers['accept-encoding']);
  const encoding = file.bodies[wanted] ? wanted : 'identity';
  const body = file.bodies[encoding] ?? file.bodies.identity;
  const etag = encoding === 'identity' ? `"${file.hash}"` : `"${file.hash}-${encoding}"`;
  response.setHeader('content-type', file.type);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('cache-control', cacheControl(file, status));
  if (status === 200) response.setHeader('etag', etag);
  if (status === 200 && isKnown(request.headers['if-none-match'], file.hash)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function cacheControl({ isImmutable }: StaticFile, status: number): string {
  if (status !== 200) return 'no-store';
  return isImmutable ? 'public, max-age=31536000, immutable' : 'public, no-cache';
}

/** Any encoding of the same content counts. */
function isKnown(ifNoneMatch: string | undefined, hash: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === '*' || new RegExp(`^"${hash}(?:-\\w+)?"$`).test(tag));
}
