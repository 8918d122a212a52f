export type Answer =
  | { status: 'fresh' | 'refused'; content: DocumentFragment }
  | { status: 'failed'; reason: string };

/** One question to this site with a deadline. Whatever goes wrong is an answer with a reason. */
export async function ask(src: string, deadlineMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(src, { signal, headers: { accept: 'text/html' } });
    if (response.ok) return read(await response.text());
    return { status: 'failed', reason: `The server answered ${response.status}.` };
  } catch {
    const late = `No answer within ${deadlineMs / 1000} s.`;
    return { status: 'failed', reason: signal.aborted ? late : 'The server cannot be reached.' };
  }
}

function read(html: string): Answer {
  const template = document.createElement('template');
  template.innerHTML = html;
  const { content } = template;
  const reason = content.querySelector('[data-unavailable] > :last-child')?.textContent?.trim();
  if (reason) return { status: 'failed', reason };
  return { status: content.querySelector('[data-not-allowed]') ? 'refused' : 'fresh', content };
}
