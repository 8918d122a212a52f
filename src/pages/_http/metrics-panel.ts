import { isKnown, type Metric } from '#live/reading.ts';
import { readMetrics } from './metrics.ts';
import { DATA_MS, describeOutage, type Outage, VISITOR_MS } from './panel.ts';
import type { Site } from './site.ts';
import { type RouteContext, type Visit, visit } from './visit.ts';

export type MetricsPanel =
  | { state: 'shown'; metrics: Metric[] }
  | { state: 'not-allowed'; who: { email?: string } }
  | { state: 'unavailable'; outage: Outage };

/** The metrics for whoever asks, or why not. Answers in under a second. */
export async function readMetricsPanel(context: RouteContext): Promise<MetricsPanel> {
  return metricsFor(await visit(context, VISITOR_MS), DATA_MS);
}

/** The metrics for this visitor, read in at most a time. */
export async function metricsFor(
  { site, client, visitor }: Visit,
  timeoutMs: number,
): Promise<MetricsPanel> {
  if (!client || visitor.status === 'unverified') return unavailable(site);
  if (visitor.status === 'anonymous') return { state: 'not-allowed', who: {} };
  const notAllowed = { state: 'not-allowed' as const, who: { email: visitor.email } };
  if (!visitor.isSystemAdmin) return notAllowed;
  const result = await readMetrics(client, timeoutMs);
  if (result.status === 'refused') return notAllowed;
  const isAnyKnown = result.metrics.some(({ reading }) => isKnown(reading));
  return isAnyKnown ? { state: 'shown', metrics: result.metrics } : unavailable(site);
}

async function unavailable(site: Site | null): Promise<MetricsPanel> {
  return { state: 'unavailable', outage: await describeOutage(site) };
}
