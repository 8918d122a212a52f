import { z } from 'zod';

// Supabase's errors are plain objects.
const Failure = z.object({
  name: z.string().optional(),
  code: z.string().optional(),
  message: z.string(),
  cause: z.unknown().optional(),
});

/** Writes the cause of a failure to the log, as one line of JSON. It never reaches a reader. */
export function report(what: string, cause: unknown): void {
  const line = { level: 'error', at: new Date().toISOString(), what, ...describe(cause) };
  console.error(JSON.stringify(line));
}

function describe(error: unknown): object {
  const failure = Failure.safeParse(error);
  if (!failure.success) return { message: String(error) };
  const { cause, ...told } = failure.data;
  return cause === undefined ? told : { ...told, because: describe(cause) };
}
