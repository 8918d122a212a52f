import type { APIContext } from 'astro';
import { isKnown, type Metric } from '#live/reading.ts';
import { readMetrics } from '../../_http/metrics.ts';
import { json, problem, refuseMethod } from '../../_http/respond.ts';
import { admit } from '../../_http/visit.ts';

export const prerender = false;

const TIMEOUT_MS = 4_000;

/**
 * The numbers of the system, for system admins: 401 for nobody, 403 for everybody else. Each is
 * its value or `unknown` with a reason; 503 when none could be read.
 */
export async function GET(context: APIContext): Promise<Response> {
  const admitted = await admit(context);
  if (admitted instanceof Response) return admitted;
  if (!admitted.visitor.isSystemAdmin) return problem(403);
  const result = await readMetrics(admitted.client, TIMEOUT_MS);
  if (result.status === 'refused') return problem(403);
  const isKnownAny = result.metrics.some(({ reading }) => isKnown(reading));
  const metrics = Object.fromEntries(result.metrics.map(entryOf));
  return json(isKnownAny ? 200 : 503, { metrics });
}
export const HEAD = GET;
export const ALL = refuseMethod;

function entryOf({ name, title, reading }: Metric) {
  const { at: time } = reading;
  if (!isKnown(reading)) return [name, { status: 'unknown', title, reason: reading.reason, time }];
  return [name, { status: 'known', title, value: reading.value, unit: reading.unit, time }];
}
