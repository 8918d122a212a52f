import { resolve } from 'node:path';
import type { Env } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';
import { seedOnce } from '#supabase/embedded/seed.ts';
import { readArguments } from './database/arguments.ts';
import { runScript } from './database/run-script.ts';
import { seedRemote } from './database/seed-remote.ts';
import { describeTarget, withTarget } from './database/target.ts';

const file = resolve(import.meta.dirname, '../supabase/seed.sql');

/** Demo data for an empty database. A remote one gets it only when that is said in so many words. */
await runScript(async (env) => {
  const { values } = readArguments(
    { options: { 'demo-data-on-remote': { type: 'boolean' } } },
    'npm run db:seed -- [--demo-data-on-remote]',
  );
  if (env.DATABASE_URL)
    return seedProject(values['demo-data-on-remote'] ? env : { ...env, supabase: undefined });
  const { demoPassword: password } = await readSecrets(resolve(env.HOLDFAST_DATA_DIR));
  const isSeeded = await withTarget(env, (sql) => seedOnce(sql, { file, password }));
  console.log(
    isSeeded
      ? `Seeded ${describeTarget(env)}; the accounts have the password ${password}`
      : `${describeTarget(env)} has tenants already; nothing was changed.`,
  );
  return 0;
});

async function seedProject(env: Env): Promise<0> {
  if (!env.supabase || !env.DATABASE_URL) {
    throw new UsageError(
      `DATABASE_URL points to ${describeTarget(env)}. To put demo accounts and data there, set ` +
        'SUPABASE_URL and both keys, and say --demo-data-on-remote.',
    );
  }
  const target = { access: env.supabase, databaseUrl: env.DATABASE_URL, file };
  console.log(`Seeded; the accounts have the password ${await seedRemote(target)}`);
  return 0;
}
