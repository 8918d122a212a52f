import { describeProblems, type Env } from '#config/env.ts';
import { UsageError } from '#config/usage-error.ts';
import { findFreePort, tryPort } from '#supabase/embedded/free-port.ts';
import { waitUntil } from '#supabase/embedded/processes.ts';

const supabaseNames: readonly (keyof Env)[] = [
  'SUPABASE_URL',
  'SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_ANON_KEY',
  'SUPABASE_SERVICE_ROLE_KEY',
  'SUPABASE_SECRET_KEY',
];

/** Refuses values that break their rule, and half a Supabase project; nothing at all is fine. */
export function checkEnv(env: Env): void {
  const isPartial = supabaseNames.some((name) => env[name] !== undefined);
  const problems = env.problems.filter(({ found }) => found === 'malformed' || isPartial);
  if (problems.length === 0) return;
  throw new UsageError(`${describeProblems(problems)}\n.env.example describes every variable.`);
}

/** The port to listen on; a predecessor that is shutting down gets a moment to leave it. */
export async function claimPort({ HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): Promise<number> {
  if (PORT === 0) return findFreePort();
  const isFree = async () => (await tryPort(PORT, HOST)) !== undefined;
  if (await waitUntil(isFree, { withinMs: 1_000, everyMs: 100 })) return PORT;
  throw new UsageError(
    `Port ${PORT} on ${HOST} is taken. Stop what listens there, or choose another port: ` +
      `PORT=${PORT + 1} npm start`,
  );
}
