import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import { metricsOf, unknownMetrics } from '#live/metrics.ts';
import type { Metric } from '#live/reading.ts';
import type { Client } from '#supabase/clients.ts';
import type { QueryResult } from '#supabase/queries/result.ts';
import { type MetricRow, readSystemMetrics } from '#supabase/queries/system-metrics.ts';
import { report } from './report.ts';

export type MetricsResult =
  | { status: 'read'; metrics: Metric[] }
  /** The database holds that this user is no system admin. */
  | { status: 'refused' };

/** The system's numbers as this user may see them. A number that cannot be read says why. */
export async function readMetrics(client: Client, timeoutMs: number): Promise<MetricsResult> {
  const startedMs = systemClock.now();
  const ended = await withDeadline({ clock: systemClock, timeoutMs }, () =>
    readSystemMetrics(client),
  );
  const taken = {
    at: new Date(startedMs).toISOString(),
    durationMs: systemClock.now() - startedMs,
  };
  if (ended.ended === 'late') {
    const reason = `No answer within ${timeoutMs.toLocaleString('en')} ms.`;
    return { status: 'read', metrics: unknownMetrics(reason, taken) };
  }
  const result = ended.ended === 'answered' ? ended.value : failed(ended.error);
  if (result.status === 'refused') return result;
  if (result.status === 'read') return { status: 'read', metrics: metricsOf(result.value, taken) };
  report('system metrics', result.cause);
  return { status: 'read', metrics: unknownMetrics('The database did not answer.', taken) };
}

function failed(cause: unknown): QueryResult<MetricRow[]> {
  return { status: 'failed', cause };
}
