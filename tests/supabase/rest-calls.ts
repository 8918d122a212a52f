import type { Client } from '#supabase/clients.ts';
import { acme, globex, userId } from '#support/act-as.ts';

export type Call = (client: Client) => PromiseLike<{
  status: number;
  data: unknown;
  error: unknown;
  count?: number | null;
}>;

const owner = userId('owner@acme.test');
const reading = { check_name: 'a', status: 'pass' as const, duration_ms: 3, replica: 'r' };

/** The calls that the site makes, and their neighbours with which something can go wrong. */
export const calls: Readonly<Record<string, Call>> = {
  'tenants with my role': (client) =>
    client
      .from('tenants')
      .select('id, slug, name, tenant_memberships(role)')
      .eq('tenant_memberships.user_id', owner)
      .order('slug'),
  'tenants by id': (client) => client.from('tenants').select('id, slug').eq('id', acme),
  'a tenant that is not there, as one row': (client) =>
    client.from('tenants').select().eq('slug', 'none').single(),
  'a tenant that is not there, as one row or none': (client) =>
    client.from('tenants').select().eq('slug', 'none').maybeSingle(),
  'tenants with their times': (client) =>
    client.from('tenants').select('slug, created_at').order('slug'),
  'a malformed id': (client) => client.from('tenants').select('id').eq('id', 'nonsense'),
  'a column that is not there': (client) => client.from('tenants').select('nonsense'),
  'an exact count': (client) =>
    client.from('page_views').select('*', { count: 'exact', head: true }).lt('id', 5_000),
  'more than 1,000 rows': (client) => client.from('page_views').select('id').order('id'),
  'a range beyond the end': (client) =>
    client.from('media').select('id', { count: 'exact' }).range(9_000, 9_010),
  'is_system_admin()': (client) => client.rpc('is_system_admin'),
  'system_metrics()': (client) => client.rpc('system_metrics'),
  'search_audit_logs() without filter': (client) =>
    client.rpc('search_audit_logs', { p_tenant: acme, p_limit: 20 }),
  'search_audit_logs() with every filter': (client) =>
    client.rpc('search_audit_logs', {
      p_tenant: acme,
      p_from: '2020-01-01T00:00:00Z',
      p_to: '2040-01-01T00:00:00Z',
      p_action: 'invoice.paid',
      p_text: 'WEB',
      p_before_at: '2040-01-01T00:00:00.123456+00:00',
      p_before_id: 1_000_000,
      p_limit: 5,
    }),
  'search_audit_logs() of another tenant': (client) =>
    client.rpc('search_audit_logs', { p_tenant: globex, p_limit: 5 }),
  'search_audit_logs() with a malformed time': (client) =>
    client.rpc('search_audit_logs', { p_tenant: acme, p_from: 'nonsense' }),
  'verify_audit_chain()': (client) => client.rpc('verify_audit_chain', { p_tenant: acme }),
  'verify_audit_chain() of another tenant': (client) =>
    client.rpc('verify_audit_chain', { p_tenant: globex }),
  'readings, newest first': (client) =>
    client
      .from('check_readings')
      .select('check_name, status, value, reason, duration_ms, read_at, replica')
      .eq('check_name', 'seeded')
      .order('read_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(2),
  'adding readings': (client) => client.from('check_readings').insert([reading, reading]),
  'adding a reading with a negative duration': (client) =>
    client.from('check_readings').insert({ ...reading, duration_ms: -1 }),
  'taking a lease': (client) =>
    client.rpc('take_check_lease', { p_check_name: 'x', p_holder: 'me', p_ttl_ms: 60_000 }),
  'giving a lease back': (client) =>
    client.rpc('release_check_lease', { p_check_name: 'x', p_holder: 'me' }),
  'changing the log': (client) =>
    client.from('tenant_audit_logs').update({ action: 'a.b' }).eq('id', 1),
  'adding a log entry': (client) =>
    client.from('tenant_audit_logs').insert({ tenant_id: acme, action: 'a.b', resource_type: 'c' }),
  'adding a member twice': (client) =>
    client.from('tenant_memberships').insert({ tenant_id: acme, user_id: owner }),
};
