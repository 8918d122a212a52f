import { readAuditLogAccess } from '#auth/audit-log-access.ts';
import type { SignedIn } from '#auth/visitor.ts';
import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import type { Client } from '#supabase/clients.ts';
import { type AuditLogEntry, readAuditLog } from '#supabase/queries/audit-logs.ts';
import { DATA_MS, describeOutage, type Outage, VISITOR_MS } from './panel.ts';
import { type RouteContext, visit } from './visit.ts';

const ENTRIES = 10;

export type AuditLogPanel =
  | { state: 'shown'; entries: AuditLogEntry[]; at: string }
  | { state: 'not-allowed'; who: { email?: string } }
  | { state: 'unavailable'; outage: Outage };

/** The newest entries of a tenant's log for whoever asks, or why not. Answers in under a second. */
export async function readAuditLogPanel(
  context: RouteContext,
  slug: string,
): Promise<AuditLogPanel> {
  const { site, client, visitor } = await visit(context, VISITOR_MS);
  if (client && visitor.status === 'anonymous') return { state: 'not-allowed', who: {} };
  if (client && visitor.status === 'signed-in') {
    const limits = { clock: systemClock, timeoutMs: DATA_MS };
    const read = await withDeadline(limits, () => readNewest(client, visitor, slug));
    if (read.ended === 'answered' && read.value) return read.value;
  }
  return { state: 'unavailable', outage: await describeOutage(site) };
}

async function readNewest(
  client: Client,
  visitor: SignedIn,
  slug: string,
): Promise<AuditLogPanel | null> {
  const access = await readAuditLogAccess(client, visitor, { by: 'slug', value: slug });
  if (access.access === 'unavailable') return null;
  if (access.access !== 'allowed') return { state: 'not-allowed', who: { email: visitor.email } };
  const query = { tenantId: access.tenant.id, filter: {}, after: null, limit: ENTRIES };
  const page = await readAuditLog(client, query);
  if (page.status !== 'read') return null;
  return { state: 'shown', entries: page.value.entries, at: new Date().toISOString() };
}
