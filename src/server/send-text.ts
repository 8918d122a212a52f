import type { ServerResponse } from 'node:http';

const TEXTS: Readonly<Record<number, string>> = {
  400: 'This address can be read in more than one way. Write it without encoded separators.',
  404: 'There is no such page.',
  405: 'This address does not take that method.',
  413: 'The request is larger than this site accepts.',
  500: 'The site failed to answer. The request id is in the x-request-id header.',
  504: 'The site took too long to answer.',
};

/** A refusal in one sentence, for answers that no page exists for. */
export function sendText(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${TEXTS[status] ?? 'The request failed.'}\n`);
}
