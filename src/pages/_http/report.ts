/** Writes the cause of a failure to the log, as one line of JSON. It never reaches a reader. */
export function report(what: string, cause: unknown): void {
  console.error(
    JSON.stringify({ level: 'error', at: new Date().toISOString(), what, ...of(cause) }),
  );
}

function of(cause: unknown): object {
  if (!(cause instanceof Error)) return { cause: String(cause) };
  const { name, message } = cause;
  return { name, message, ...(cause.cause === undefined ? {} : { because: of(cause.cause) }) };
}
