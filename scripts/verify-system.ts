import { resolve } from 'node:path';
import type { Env } from '#config/env.ts';
import { demoAdmin } from '#supabase/embedded/accounts.ts';
import { readSecrets } from '#supabase/embedded/secrets.ts';
import { runScript } from './database/run-script.ts';
import { openSession } from './verify/session.ts';
import { type Account, surfaces } from './verify/surfaces.ts';

/** Looks at every surface of a running site, as an operator does after a deploy. */
await runScript(async (env) => {
  const account = await chooseAccount(env);
  const session = openSession(env.SITE_URL);
  let failures = 0;
  console.log(`Looking at ${env.SITE_URL}:`);
  for (const { title, look } of surfaces) {
    try {
      console.log(`  pass  ${title}: ${await look(session, account)}`);
    } catch (error) {
      failures += 1;
      console.log(`  FAIL  ${title}: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`${surfaces.length - failures} of ${surfaces.length} surfaces are well.`);
  return failures === 0 ? 0 : 1;
});

async function chooseAccount({
  VERIFY_EMAIL,
  VERIFY_PASSWORD,
  HOLDFAST_DATA_DIR,
}: Env): Promise<Account> {
  if (VERIFY_EMAIL && VERIFY_PASSWORD) return { email: VERIFY_EMAIL, password: VERIFY_PASSWORD };
  const { demoPassword } = await readSecrets(resolve(HOLDFAST_DATA_DIR));
  return { email: demoAdmin, password: demoPassword };
}
