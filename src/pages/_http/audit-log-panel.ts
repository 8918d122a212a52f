import { readAuditLogAccess } from '#auth/audit-log-access.ts';
import type { SignedIn } from '#auth/visitor.ts';
import type { Client } from '#supabase/clients.ts';
import { type AuditLogEntry, readAuditLog } from '#supabase/queries/audit-logs.ts';
import { describeOutage, type Unavailable } from './panel.ts';
import type { Visit } from './visit.ts';

const ENTRIES = 10;

export type AuditLogPanel =
  | { state: 'shown'; entries: AuditLogEntry[]; at: string }
  | { state: 'not-allowed'; who: { email?: string } }
  | Unavailable;

/** The newest entries of a tenant's log for whoever asks, or why not. */
export async function readAuditLogPanel(
  { client, visitor }: Visit,
  slug: string,
): Promise<AuditLogPanel> {
  if (!client || visitor.status === 'unverified') return describeOutage();
  if (visitor.status === 'anonymous') return { state: 'not-allowed', who: {} };
  return readNewest(client, visitor, slug);
}

async function readNewest(client: Client, visitor: SignedIn, slug: string): Promise<AuditLogPanel> {
  const access = await readAuditLogAccess(client, visitor, { by: 'slug', value: slug });
  if (access.access === 'unavailable') return describeOutage();
  if (access.access !== 'allowed') return { state: 'not-allowed', who: { email: visitor.email } };
  const query = { tenantId: access.tenant.id, filter: {}, after: null, limit: ENTRIES };
  const page = await readAuditLog(client, query);
  if (page.status !== 'read') return describeOutage();
  return { state: 'shown', entries: page.value.entries, at: new Date().toISOString() };
}
