export type Answer =
  | { status: 'fresh'; html: string }
  | { status: 'refused'; html: string }
  | { status: 'failed'; reason: string };

/** One question to this site with a deadline. Whatever goes wrong is an answer with a reason. */
export async function ask(src: string, deadlineMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(src, { signal, headers: { accept: 'text/html' } });
    const html = await response.text();
    if (response.ok) return { status: 'fresh', html };
    if (response.status === 401 || response.status === 403) return { status: 'refused', html };
    return { status: 'failed', reason: `the server answered ${response.status}.` };
  } catch {
    const late = `no answer within ${deadlineMs / 1000} s.`;
    return { status: 'failed', reason: signal.aborted ? late : 'the server cannot be reached.' };
  }
}
