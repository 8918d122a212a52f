import type { Server } from 'node:http';

const SWEEP_MS = 50;

/** Takes no more requests, lets the running ones end, and cuts off what is left at the deadline. */
export async function closeServer(server: Server, deadlineMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that has its answer stays open for the next request, which is not taken.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cutOff);
}
