import { canReadLog } from '#auth/audit-log-access.ts';
import type { SignedIn } from '#auth/visitor.ts';
import type { Client } from '#supabase/clients.ts';
import { type AuditLogPage, readAuditLog } from '#supabase/queries/audit-logs.ts';
import { listTenants, type Tenant } from '#supabase/queries/tenants.ts';
import { type AuditParameters, parseAuditParameters } from './audit-parameters.ts';
import { report } from './report.ts';

/** What the audit log page shows, or why it does not. */
export type LogPage =
  | {
      state: 'shown';
      tenant: Tenant;
      tenants: Tenant[];
      page: AuditLogPage;
      query: AuditParameters;
    }
  | { state: 'malformed'; tenant: Tenant; tenants: Tenant[]; message: string }
  /** A tenant that the visitor may not read, or none that they may. */
  | { state: 'not-allowed'; tenants: Tenant[] }
  | { state: 'unavailable' };

/** The log of the tenant that the address names, or of the first that the visitor may read. */
export async function readLogPage(
  client: Client,
  visitor: SignedIn,
  query: URLSearchParams,
): Promise<LogPage> {
  const listed = await listTenants(client, visitor.id);
  if (listed.status !== 'read') return { state: 'unavailable' };
  const tenants = listed.value.filter((tenant) => canReadLog(visitor, tenant));
  const slug = query.get('tenant');
  const tenant = slug ? tenants.find((each) => each.slug === slug) : tenants[0];
  if (!tenant) return { state: 'not-allowed', tenants };
  return readTenantLog(client, { tenant, tenants, query });
}

type TenantLog = { tenant: Tenant; tenants: Tenant[]; query: URLSearchParams };

async function readTenantLog(
  client: Client,
  { tenant, tenants, query }: TenantLog,
): Promise<LogPage> {
  const parsed = parseAuditParameters(logParameters(query));
  if (parsed.status === 'malformed') {
    return {
      state: 'malformed',
      tenant,
      tenants,
      message: `"${parsed.parameter}" ${parsed.rule}.`,
    };
  }
  const { filter, after, limit } = parsed.parameters;
  const page = await readAuditLog(client, { tenantId: tenant.id, filter, after, limit });
  if (page.status === 'read') {
    return { state: 'shown', tenant, tenants, page: page.value, query: parsed.parameters };
  }
  if (page.status === 'failed') report('audit log page', page.cause);
  return { state: 'unavailable' };
}

/** The parameters of the log itself, without those of the page around it. */
function logParameters(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => name !== 'tenant' && name !== 'trail'));
}
