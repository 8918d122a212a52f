import type { Metric, Reading } from './reading.ts';

/** The numbers of the metrics panel, in the order of a reader's questions. */
const titles = {
  errors_1h: 'Errors, last hour',
  errors_24h: 'Errors, last 24 hours',
  errors_7d: 'Errors, last 7 days',
  latency_p50: 'Page latency, median',
  latency_p95: 'Page latency, 95th percentile',
  latency_p99: 'Page latency, 99th percentile',
  active_users_now: 'Active users, now',
  active_users_24h: 'Active users, last 24 hours',
  media_files: 'Media files',
  media_bytes: 'Media size',
  tenants: 'Tenants',
};

export type MetricRow = { name: string; value: number | null; unit: string; reason: string | null };
export type Taken = { at: string; durationMs: number };

/** One metric per title; what the rows lack or could not compute is unknown, never zero. */
export function metricsOf(rows: readonly MetricRow[], taken: Taken): Metric[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return Object.entries(titles).map(([name, title]) => ({
    name,
    title,
    reading: readingOf(byName.get(name), taken),
  }));
}

/** Every metric unknown, for one reason. */
export function unknownMetrics(reason: string, taken: Taken): Metric[] {
  return Object.entries(titles).map(([name, title]) => ({
    name,
    title,
    reading: unknown(reason, taken),
  }));
}

function readingOf(row: MetricRow | undefined, taken: Taken): Reading {
  if (!row) return unknown('The database did not report it.', taken);
  if (row.value === null) return unknown(row.reason ?? 'The database gave no reason.', taken);
  const { value, unit } = row;
  return {
    status: 'pass',
    value,
    unit,
    summary: `${value.toLocaleString('en')} ${unit}`,
    ...taken,
  };
}

function unknown(reason: string, taken: Taken): Reading {
  return { status: 'unknown', summary: 'Unknown', reason, ...taken };
}
