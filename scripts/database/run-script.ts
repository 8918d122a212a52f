import { type Env, readEnv, readEnvFile } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';

/** Runs a script: its number is the exit code, its mistakes are a sentence, ours a stack. */
export async function runScript(script: (env: Env) => Promise<0 | 1>): Promise<never> {
  try {
    readEnvFile();
    process.exit(await script(readEnv()));
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(2);
  }
}
