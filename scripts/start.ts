import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { type Env, readEnv, readEnvFile } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { announce } from './start/announcement.ts';
import { buildIfStale } from './start/build.ts';
import { checkEnv, claimPort } from './start/check-settings.ts';
import { endChildren, forkBackend, forkSite } from './start/children.ts';
import { endLeftovers, forgetLaunch, recordLaunch } from './start/leftovers.ts';

const root = resolve(import.meta.dirname, '..');
const children: ChildProcess[] = [];
const stopping = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopping.abort();
    void endChildren(children);
  });
}

readEnvFile();
const env = readEnv();
const dataFolder = resolve(env.HOLDFAST_DATA_DIR);

try {
  checkEnv(env);
  await endLeftovers(dataFolder);
  await run(env);
} catch (error) {
  if (!stopping.signal.aborted) console.error(error instanceof UsageError ? error.message : error);
} finally {
  process.exitCode = stopping.signal.aborted ? 0 : 2;
  stopping.abort();
  await endChildren(children);
  await forgetLaunch(dataFolder);
}
process.exit();

/** Starts the parts and returns when the first of them ends. */
async function run({ HOST, PORT, SUPABASE_URL }: Env): Promise<void> {
  const port = await claimPort({ HOST, PORT });
  const url = `http://${HOST}:${port}`;
  await adopt(url);
  const embedded = SUPABASE_URL ? undefined : forkBackend(root, dataFolder);
  if (embedded) await adopt(url, embedded.process);
  const [backend] = await Promise.all([embedded?.ready, buildIfStale(root, stopping.signal)]);
  const site = forkSite({ root, host: HOST, port, backend });
  await adopt(url, site.process);
  await site.ready;
  const readyMs = performance.now();
  console.log(announce({ url, dataFolder, readyMs, demoPassword: backend?.demoPassword }));
  await Promise.race(children.map((child) => once(child, 'exit')));
  if (!stopping.signal.aborted) console.error('A part of Holdfast has ended; stopping the rest.');
}

async function adopt(url: string, ...added: ChildProcess[]): Promise<void> {
  children.push(...added);
  await recordLaunch(dataFolder, { children: children.flatMap(({ pid }) => pid ?? []), url });
}
