import type { IncomingMessage, ServerResponse } from 'node:http';
import { compressResponse } from './compress-response.ts';
import type { Log } from './log.ts';
import { sendFile } from './send-file.ts';
import { sendText } from './send-text.ts';
import type { StaticFiles } from './static-files.ts';

/** Answers a route that is not a file; calls `next` when there is no such route. */
export type Render = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void | Promise<void>;

export type RouteOptions = {
  files: StaticFiles;
  render: Render;
  log: Log;
  /** How long a route may take until its first byte. */
  deadlineMs?: number;
};

const DEADLINE_MS = 15_000;

/** Lets the routes answer within the deadline; what they throw becomes the page of a 500. */
export async function renderRoute(
  request: IncomingMessage,
  response: ServerResponse,
  { files, render, log, deadlineMs = DEADLINE_MS }: RouteOptions,
): Promise<void> {
  const sendPage = (status: number) => {
    const page = files.get(`/${status}`);
    if (page) sendFile(request, response, page, { status });
    else sendText(response, status);
  };
  const deadline = setTimeout(() => response.headersSent || sendText(response, 504), deadlineMs);
  response.on('close', () => clearTimeout(deadline));
  response.setHeader('cache-control', 'private, no-store');
  compressResponse(response, request.headers['accept-encoding']);
  try {
    await render(request, response, () => sendPage(404));
  } catch (error) {
    log('error', 'route-failed', { reason: String(error) });
    if (response.headersSent) response.destroy();
    else sendPage(500);
  }
}
