import { type HealthStatus, healthStatus } from './health-document.ts';
import type { NamedDelivery } from './reading.ts';

/** The public part of the health: no components, no reasons. */
export type HealthLine = { status: HealthStatus; at: string; ageMs: number; since: string };

/** One status for several readings; as old as the oldest, since the first that shares it. */
export function healthLine(deliveries: readonly NamedDelivery[], nowMs: number): HealthLine {
  const status = healthStatus(deliveries);
  const now = new Date(nowMs).toISOString();
  const at = earliest(deliveries.map(takenAt)) ?? now;
  const same = deliveries.filter((delivery) => healthStatus([delivery]) === status);
  const ageMs = Math.max(0, nowMs - Date.parse(at));
  return { status, at, ageMs, since: earliest(same.map(heldSince)) ?? at };
}

// A source that no longer answers was well at its last answer: the trouble is no older than that.
function heldSince({ delivered }: NamedDelivery): string {
  return delivered.freshness === 'stale' ? delivered.reading.at : delivered.since;
}

function takenAt({ delivered }: NamedDelivery): string {
  return delivered.freshness === 'failed' ? delivered.at : delivered.reading.at;
}

function earliest(moments: readonly string[]): string | undefined {
  return moments.toSorted()[0];
}
