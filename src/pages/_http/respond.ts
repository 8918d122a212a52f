export function json(status: number, body: object, contentType = 'application/json'): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': contentType },
  });
}

export function text(status: number, body: string): Response {
  return new Response(`${body}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

export function stream(
  body: ReadableStream<Uint8Array>,
  headers: Record<string, string>,
): Response {
  return new Response(body, { headers });
}

const titles = {
  400: 'The request is malformed.',
  401: 'Sign in first.',
  403: 'Your role does not allow this.',
  404: 'There is nothing here for you.',
  405: 'This method does not exist here.',
  503: 'The data cannot be read just now.',
};

/** An error as `application/problem+json` (RFC 9457). */
export function problem(status: keyof typeof titles, more: object = {}): Response {
  return json(status, { title: titles[status], status, ...more }, 'application/problem+json');
}

/** Answers every method that a route does not export. */
export function refuseMethod(): Response {
  const response = problem(405);
  response.headers.set('allow', 'GET, HEAD');
  return response;
}
