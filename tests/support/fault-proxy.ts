import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What a part of Supabase does. `lying`: it answers 200 and says that it is not healthy. */
export type Fault = 'up' | 'down' | 'hanging' | 'lying' | 'out of form';
export type Part = 'rest' | 'auth' | 'storage';

export type FaultProxy = {
  url: string;
  set(faults: Partial<Record<Part, Fault>>): void;
  stop(): Promise<void>;
};

/** Stands before a backend and breaks the parts that a test names. */
export async function startFaultProxy(backendUrl: string): Promise<FaultProxy> {
  let faults: Partial<Record<Part, Fault>> = {};
  const server = createServer((incoming, outgoing) => {
    const part = incoming.url?.split('/')[1];
    const fault = Object.entries(faults).find(([name]) => name === part)?.[1] ?? 'up';
    answer(fault, backendUrl, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    set(next) {
      faults = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const bodies: Partial<Record<Fault, string>> = {
  lying: '{"healthy":false}',
  'out of form': '<!doctype html><p>Welcome to nginx',
};

function answer(
  fault: Fault,
  backendUrl: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  if (fault === 'up') forward(backendUrl, incoming, outgoing);
  if (fault === 'down') outgoing.destroy();
  const body = bodies[fault];
  if (body === undefined) return;
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(body);
}

function forward(backendUrl: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const onward = request(new URL(url, backendUrl), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
