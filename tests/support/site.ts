import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { SupabaseAccess } from '#config/env.ts';

const root = resolve(import.meta.dirname, '../..');
const Listening = z.object({ event: z.literal('listening'), url: z.url() });

export type TestSite = {
  url: string;
  /** Everything that the site wrote so far. */
  output(): string;
  stop(): Promise<void>;
};

/** The built site in a process of its own, on a free port; without access it has no Supabase. */
export async function startSite(access?: SupabaseAccess): Promise<TestSite> {
  if (!existsSync(join(root, 'dist/server/entry.mjs'))) {
    throw new Error('There is no built site. Run: npm run build');
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'holdfast-site-'));
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: { ...environmentOf(access), HOLDFAST_DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const listening = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      const url = urlIn(line);
      if (url) listening.resolve(url);
    });
  }
  const ended = exited.then(() =>
    Promise.reject(new Error(`The site ended:\n${lines.join('\n')}`)),
  );
  const url = await Promise.race([listening.promise, ended]);
  ended.catch(() => undefined);
  return {
    url,
    output: () => lines.join('\n'),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

// Empty is "not set", and keeps a .env file out.
function environmentOf(access: SupabaseAccess | undefined) {
  const { PATH } = process.env;
  return {
    PATH,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    SUPABASE_URL: access?.url ?? '',
    SUPABASE_PUBLISHABLE_KEY: access?.publishableKey ?? '',
    SUPABASE_SERVICE_ROLE_KEY: access?.serviceKey ?? '',
  };
}

function urlIn(line: string): string | undefined {
  try {
    return Listening.safeParse(JSON.parse(line)).data?.url;
  } catch {
    return undefined;
  }
}
