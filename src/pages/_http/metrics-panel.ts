import { isKnown, type Metric } from '#live/reading.ts';
import { readMetrics } from './metrics.ts';
import { describeOutage, type Unavailable } from './panel.ts';
import type { Visit } from './visit.ts';

const TIMEOUT_MS = 3_000;

export type MetricsPanel =
  | { state: 'shown'; metrics: Metric[] }
  | { state: 'not-allowed'; who: { email?: string } }
  | Unavailable;

/** The metrics for whoever asks, or why not. */
export async function readMetricsPanel({ client, visitor }: Visit): Promise<MetricsPanel> {
  if (!client || visitor.status === 'unverified') return describeOutage();
  if (visitor.status === 'anonymous') return { state: 'not-allowed', who: {} };
  const notAllowed = { state: 'not-allowed' as const, who: { email: visitor.email } };
  if (!visitor.isSystemAdmin) return notAllowed;
  const result = await readMetrics(client, TIMEOUT_MS);
  if (result.status === 'refused') return notAllowed;
  const isAnyKnown = result.metrics.some(({ reading }) => isKnown(reading));
  return isAnyKnown ? { state: 'shown', metrics: result.metrics } : describeOutage();
}
