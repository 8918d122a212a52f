import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { expect, test } from 'vitest';
import { closeServer } from '#server/shutdown.ts';

async function serverThat(answer: (end: () => void) => void) {
  const server = createServer((_, response) => answer(() => response.end('done')));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const request = get({ host: '127.0.0.1', port });
  await once(server, 'request');
  return { server, request };
}

test('a running request ends before the server closes', async () => {
  let finish = () => {};
  const { server, request } = await serverThat((end) => {
    finish = end;
  });
  const response = once(request, 'response');
  const closed = closeServer(server, 60_000);
  finish();
  const [answer] = await response;
  answer.resume();
  await closed;
  expect(answer.statusCode).toBe(200);
});

test('a request that never ends is cut off at the deadline', async () => {
  const { server, request } = await serverThat(() => undefined);
  const cutOff = once(request, 'error');
  await closeServer(server, 10);
  const [error] = await cutOff;
  expect(error.message).toBe('socket hang up');
});
