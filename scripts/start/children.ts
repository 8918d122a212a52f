import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { extendEnv } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { waitUntil } from '#supabase/embedded/processes.ts';
import { Started } from '#supabase/embedded/started.ts';

/** Loaded into the site first, so that it ends with its launcher as the backend does. */
const endWithParent = import.meta.resolve('./end-with-parent.ts');

/** A process, and what it says once it answers. */
export type Child<Answer> = { process: ChildProcess; ready: Promise<Answer> };

/** Starts the embedded Supabase in a process of its own. */
export function forkBackend(root: string, dataFolder: string): Child<Started> {
  const process = fork(join(root, 'src/supabase/embedded/serve.ts'), ['--data', dataFolder], {
    cwd: root,
    env: extendEnv(compileCache(root)),
    // lite prints a banner.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const message = once(process, 'message').then(([started]) => Started.parse(started));
  return { process, ready: Promise.race([message, failWhenEnded(process, 'backend')]) };
}

export type SiteOptions = {
  root: string;
  host: string;
  port: number;
  /** Undefined: the site finds its Supabase project in the environment. */
  backend: Started | undefined;
};

export function forkSite({ root, host, port, backend }: SiteOptions): Child<void> {
  const child = fork(join(root, 'src/server/main.ts'), [], {
    cwd: root,
    execArgv: ['--import', endWithParent],
    env: extendEnv({
      ...compileCache(root),
      ...accessVariables(backend),
      HOST: host,
      PORT: String(port),
    }),
  });
  const answer = waitForAnswer(`http://${host}:${port}/livez`);
  return { process: child, ready: Promise.race([answer, failWhenEnded(child, 'site')]) };
}

/** Resolves when all have ended. */
export async function endChildren(children: readonly ChildProcess[]): Promise<void> {
  const running = children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  );
  await Promise.all(
    running.map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }),
  );
}

// A quarter of a warm start would go into compiling the same modules again.
function compileCache(root: string) {
  return { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile') };
}

function accessVariables(backend: Started | undefined) {
  if (!backend) return {};
  return {
    SUPABASE_URL: backend.url,
    SUPABASE_PUBLISHABLE_KEY: backend.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: backend.secretKey,
  };
}

async function failWhenEnded(child: ChildProcess, name: string): Promise<never> {
  const [code] = await once(child, 'exit');
  // It has printed its reason itself.
  throw new UsageError(`The ${name} did not start (exit code ${code}).`);
}

async function waitForAnswer(url: string): Promise<void> {
  if (await waitUntil(() => answers(url), { withinMs: 20_000, everyMs: 25 })) return;
  throw new UsageError(`The site does not answer at ${url} within 20 s.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}
