import { z } from 'zod';
import type { Client } from '../clients.ts';
import { type QueryResult, resultOf } from './result.ts';

const MOST_TENANTS = 1_000;

const TenantRow = z.object({
  id: z.guid(),
  slug: z.string(),
  name: z.string(),
  tenant_memberships: z.array(z.object({ role: z.enum(['owner', 'admin', 'member']) })).max(1),
});

/** A tenant that the user may see, and the user's role there, if any. */
export type Tenant = {
  id: string;
  slug: string;
  name: string;
  role: 'owner' | 'admin' | 'member' | null;
};

/** The tenants that the client's user may see, by name. */
export async function listTenants(client: Client, userId: string): Promise<QueryResult<Tenant[]>> {
  const answer = await selectTenants(client, userId).order('name').limit(MOST_TENANTS);
  return tenantsOf(answer);
}

/** One tenant, found by its id or its slug; an empty list when the user may not see it. */
export async function findTenant(
  client: Client,
  { userId, by, value }: { userId: string; by: 'id' | 'slug'; value: string },
): Promise<QueryResult<Tenant[]>> {
  return tenantsOf(await selectTenants(client, userId).eq(by, value));
}

function selectTenants(client: Client, userId: string) {
  return client
    .from('tenants')
    .select('id, slug, name, tenant_memberships(role)')
    .eq('tenant_memberships.user_id', userId)
    .retry(false);
}

function tenantsOf(answer: { data: unknown; error: { code?: string } | null }) {
  const rows = z.array(TenantRow).transform((all) => all.map(tenantOf));
  return resultOf(rows, answer);
}

function tenantOf({ id, slug, name, tenant_memberships }: z.infer<typeof TenantRow>): Tenant {
  return { id, slug, name, role: tenant_memberships[0]?.role ?? null };
}
