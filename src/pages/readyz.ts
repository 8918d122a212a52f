import { healthStatus } from '#live/health-document.ts';
import { refuseMethod, text } from './_http/respond.ts';
import { openSite } from './_http/site.ts';

export const prerender = false;

const PATIENCE_MS = 1_700;

/** 200 when this replica reaches its database and may get traffic, else 503. */
export async function GET(): Promise<Response> {
  const deliveries = (await openSite()?.runner.askAll(['database'], PATIENCE_MS)) ?? [];
  return healthStatus(deliveries) === 'fail' ? text(503, 'not ready') : text(200, 'ready');
}
export const HEAD = GET;
export const ALL = refuseMethod;
