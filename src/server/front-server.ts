import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type RouteOptions, renderRoute } from './render-route.ts';
import { logRequest } from './request-log.ts';
import { type RequestPath, readRequestPath } from './request-path.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { sendFile } from './send-file.ts';
import { sendText } from './send-text.ts';

const MAX_BODY_BYTES = 64 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const METHODS = ['GET', 'HEAD', 'POST'];

/** The one server of the site: files from memory, everything else through the routes. */
export function createFrontServer(options: RouteOptions): Server {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, async (request, response) => {
    logRequest(request, response, options.log);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    await answer(request, response, options);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.keepAliveTimeout = 15_000;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: RouteOptions,
): Promise<void> {
  const target = readRequestPath(request.url ?? '');
  const refusal = refuse(request, target);
  if (refusal) {
    return sendText(response, refusal, { allow: METHODS.join(', '), connection: 'close' });
  }
  if (target.status === 'redirect') {
    response.writeHead(308, { location: target.to }).end();
    return;
  }
  const file = target.status === 'plain' && options.files.get(target.path);
  if (!file) return renderRoute(request, response, options);
  if (request.method === 'POST') return sendText(response, 405, { allow: 'GET, HEAD' });
  sendFile(request, response, file);
}

function refuse(request: IncomingMessage, target: RequestPath): number | undefined {
  if (target.status === 'refused') return 400;
  if (!METHODS.includes(request.method ?? '')) return 405;
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 413;
  return undefined;
}
