import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { arrayBuffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export type HttpServer = { port: number; close(): Promise<void> };
type Handle = (request: Request) => Promise<Response>;

/** Serves Web requests on 127.0.0.1, and nowhere else. */
export async function listen(handle: Handle, port: number): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing, handle));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, handle: Handle) {
  const abort = new AbortController();
  outgoing.once('close', () => abort.abort());
  try {
    const response = await handle(await toRequest(incoming, abort.signal));
    outgoing.writeHead(response.status, [...response.headers].flat());
    if (response.body && incoming.method !== 'HEAD') {
      await pipeline(Readable.from(response.body), outgoing);
    }
  } catch (error) {
    if (!abort.signal.aborted) console.error(`[backend] ${error}`);
    if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'application/json' });
  } finally {
    outgoing.end();
  }
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  return new Request(url, { method, headers, signal, body: await arrayBuffer(incoming) });
}
