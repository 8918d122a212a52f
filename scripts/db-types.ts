import { writeFile } from 'node:fs/promises';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';
import { generateTypes, typesFile } from './database/types.ts';

await runScript(async (env) => {
  await writeFile(typesFile, await withTarget(env, generateTypes));
  console.log(`Wrote types/supabase.ts from ${describeTarget(env)}.`);
  return 0;
});
