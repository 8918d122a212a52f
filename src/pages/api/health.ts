import type { APIContext } from 'astro';
import { healthBody, readHealth } from '../_http/health.ts';
import { json, refuseMethod } from '../_http/respond.ts';
import { openSite } from '../_http/site.ts';
import { visit } from '../_http/visit.ts';

export const prerender = false;

// Together with the answer they stay under the 2 s that a load balancer waits.
const PATIENCE_MS = 1_700;
const VISITOR_TIMEOUT_MS = 1_700;

/**
 * 200 when database and storage work, else 503, within 2 s. Everybody gets the status; a system
 * admin gets the components.
 */
export async function GET(context: APIContext): Promise<Response> {
  const [health, { visitor }] = await Promise.all([
    readHealth(openSite(), PATIENCE_MS),
    visit(context, VISITOR_TIMEOUT_MS),
  ]);
  const code = health.status === 'fail' ? 503 : 200;
  return json(code, healthBody(health, visitor), 'application/health+json');
}
export const HEAD = GET;
export const ALL = refuseMethod;
