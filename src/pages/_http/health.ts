import type { Visitor } from '#auth/visitor.ts';
import { type HealthStatus, healthDocument, healthStatus } from '#live/health-document.ts';
import type { NamedDelivery } from '#live/reading.ts';
import { formatMoment } from '#site/moments.ts';
import type { Site } from './site.ts';

const components = ['database', 'storage'];

export type Health = { status: HealthStatus; deliveries: NamedDelivery[] };

/** What `/api/health` is about: the database and the storage, as the service role sees them. */
export async function readHealth(site: Site | null, patienceMs: number): Promise<Health> {
  const deliveries = (await site?.runner.askAll(components, patienceMs)) ?? [];
  return { status: healthStatus(deliveries), deliveries };
}

/** Everybody may know whether the system is well; what ails it is for system admins. */
export function healthBody({ status, deliveries }: Health, visitor: Visitor): object {
  return isSystemAdmin(visitor) ? healthDocument(deliveries) : { status };
}

export function isSystemAdmin(visitor: Visitor): boolean {
  return visitor.status === 'signed-in' && visitor.isSystemAdmin;
}

const words = { pass: 'All is well', warn: 'Degraded', fail: 'In trouble' };

/** The status as a sentence that anybody may read. */
export function describeHealth(status: HealthStatus, since: string): string {
  return `${words[status]} since ${formatMoment(since)}.`;
}
