import type { Server } from 'node:http';

/** Takes no more requests, lets the running ones end, and cuts off what is left at the deadline. */
export async function closeServer(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearTimeout(cutOff);
}
