import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';

const Secrets = z.strictObject({
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
  postgresPassword: z.string().min(16),
  /** Of every demo account. */
  demoPassword: z.string().min(10),
});
export type Secrets = z.infer<typeof Secrets>;

/** The keys of one data folder: made at the first start, readable by their owner only. */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json');
  await writeFile(file, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600, flag: 'wx' }).catch(
    ignoreExisting,
  );
  const secrets = Secrets.safeParse(parseJson(await readFile(file, 'utf8')));
  if (secrets.success) return secrets.data;
  throw new UsageError(
    `${file} does not hold the keys of this data folder. Put it back from a backup; ` +
      `without it, move ${dataFolder} away and start again with fresh demo data.`,
  );
}

function makeSecrets(): Secrets {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    jwtSecret: random(32),
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    postgresPassword: random(18),
    demoPassword: random(9),
  };
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
  throw error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
