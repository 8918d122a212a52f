import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.ts';
import { requestId } from './request-id.ts';

const CLIENT_LEFT = 499;
const MAX_PATH = 200;

/** Names the request and logs how it ended: path without query, no headers, no cookies. */
export function logRequest(request: IncomingMessage, response: ServerResponse, log: Log): void {
  const startedMs = performance.now();
  const id = requestId(request.headers['x-request-id']);
  const [path = ''] = (request.url ?? '').split('?');
  response.setHeader('x-request-id', id);
  response.on('close', () => {
    const status = response.writableFinished ? response.statusCode : CLIENT_LEFT;
    log(status < 500 ? 'info' : 'error', 'request', {
      id,
      method: request.method ?? '',
      path: path.slice(0, MAX_PATH),
      status,
      ms: Math.round(performance.now() - startedMs),
    });
  });
}
