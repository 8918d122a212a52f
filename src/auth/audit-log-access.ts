import type { Client } from '#supabase/clients.ts';
import type { QueryResult } from '#supabase/queries/result.ts';
import { findTenant, type Tenant } from '#supabase/queries/tenants.ts';
import type { SignedIn } from './visitor.ts';

export type AuditLogAccess =
  | { access: 'allowed'; tenant: Tenant }
  /** A member of the tenant, who knows that it exists. */
  | { access: 'forbidden' }
  /** No such tenant, or one whose existence the user must not learn. */
  | { access: 'not-found' }
  | { access: 'unavailable' };

/** May this user read the audit log of this tenant? Admins and owners of it, and system admins. */
export async function readAuditLogAccess(
  client: Client,
  visitor: SignedIn,
  tenant: { by: 'id' | 'slug'; value: string },
): Promise<AuditLogAccess> {
  return decide(visitor, await findTenant(client, { userId: visitor.id, ...tenant }));
}

export function decide(visitor: SignedIn, found: QueryResult<Tenant[]>): AuditLogAccess {
  if (found.status === 'refused') return { access: 'not-found' };
  if (found.status === 'failed') return { access: 'unavailable' };
  const [tenant] = found.value;
  if (!tenant) return { access: 'not-found' };
  return canReadLog(visitor, tenant) ? { access: 'allowed', tenant } : { access: 'forbidden' };
}

/** The rule itself, for one tenant that the user may see. */
export function canReadLog(visitor: SignedIn, { role }: Tenant): boolean {
  return visitor.isSystemAdmin || role === 'owner' || role === 'admin';
}
