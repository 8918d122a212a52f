import type { Delivered, NamedDelivery } from './reading.ts';

export type HealthStatus = 'pass' | 'warn' | 'fail';

/** Whether everything that was asked works. What is stale or unknown counts as failed. */
export function healthStatus(deliveries: readonly NamedDelivery[]): HealthStatus {
  const statuses = deliveries.map(({ delivered }) => componentStatus(delivered));
  if (statuses.length === 0 || statuses.includes('fail')) return 'fail';
  return statuses.includes('warn') ? 'warn' : 'pass';
}

/** The body of `application/health+json` (draft-inadarei-api-health-check-06). */
export function healthDocument(deliveries: readonly NamedDelivery[]) {
  return {
    status: healthStatus(deliveries),
    checks: Object.fromEntries(
      deliveries.map(({ name, delivered }) => [`${name}:responseTime`, [component(delivered)]]),
    ),
  };
}

function componentStatus(delivered: Delivered): HealthStatus {
  return delivered.freshness === 'fresh' ? delivered.reading.status : 'fail';
}

function component(delivered: Delivered) {
  const { at, durationMs } = delivered.freshness === 'failed' ? delivered : delivered.reading;
  const output = outputOf(delivered);
  return {
    status: componentStatus(delivered),
    time: at,
    observedValue: durationMs,
    observedUnit: 'ms',
    ...(output === null ? {} : { output }),
  };
}

function outputOf(delivered: Delivered): string | null {
  if (delivered.freshness === 'failed') return delivered.reason;
  const { freshness, reading, ageMs } = delivered;
  if (freshness === 'stale') return `No newer answer; the last one is ${ageMs} ms old.`;
  return 'reason' in reading ? reading.reason : null;
}
