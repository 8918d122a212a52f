import { randomUUID } from 'node:crypto';

const FORM = /^[\w-]{8,64}$/;

/** The id a proxy gave the request, if it looks like one, or a new id. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && FORM.test(header) ? header : randomUUID();
}
