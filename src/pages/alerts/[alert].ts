import type { APIContext } from 'astro';
import { readPages, urlOf } from '#site/pages.ts';

export const prerender = false;

/** Where an alert links to: its page, or the list of alerts for a name that no page carries. */
export async function GET({ params, redirect }: APIContext): Promise<Response> {
  const pages = await readPages();
  const page = pages.find(({ data }) => data.alerts.some((alert) => alert === params.alert));
  return redirect(page ? urlOf(page) : '/#alerting', 302);
}
