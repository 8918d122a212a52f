import { writeFile } from 'node:fs/promises';
import { UsageError } from '#config/usage-error.ts';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';
import { generateTypes, typesFile } from './database/types.ts';

await runScript(async (env) => {
  if (!env.DATABASE_URL) {
    throw new UsageError(
      'DATABASE_URL is not set. Take the connection string of the project from its settings; ' +
        '`npm run db:types` reads the embedded database.',
    );
  }
  await writeFile(typesFile, await withTarget(env, generateTypes));
  console.log(`Wrote types/supabase.ts from ${describeTarget(env)}.`);
  return 0;
});
