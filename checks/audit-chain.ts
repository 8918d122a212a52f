import { z } from 'zod';
import { defineCheck, type Outcome, type Sources } from '#live/check.ts';

const Tenants = z.array(z.object({ id: z.guid(), slug: z.string() }));
const Verdict = z.array(z.object({ entries: z.number(), is_intact: z.boolean() })).length(1);

/** An audit log that was changed by force no longer proves anything: its hashes stop matching. */
export default defineCheck({
  title: 'Audit logs',
  timeoutMs: 10_000,
  freshForMs: 300_000,
  scope: 'shared',
  read: async (sources) => {
    const tenants = await sources.supabase
      .from('tenants')
      .select('id, slug')
      .limit(1_000)
      .retry(false);
    const chains = await Promise.all(
      Tenants.parse(tenants.data).map(async (tenant) => ({
        ...tenant,
        ...(await verify(sources, tenant.id)),
      })),
    );
    return judge(chains);
  },
});

async function verify({ supabase }: Sources, tenantId: string) {
  const { data } = await supabase.rpc('verify_audit_chain', { p_tenant: tenantId });
  const [verdict] = Verdict.parse(data);
  return { entries: verdict?.entries ?? 0, isIntact: verdict?.is_intact === true };
}

function judge(chains: { slug: string; entries: number; isIntact: boolean }[]): Outcome {
  const value = chains.reduce((sum, { entries }) => sum + entries, 0);
  const broken = chains.filter(({ isIntact }) => !isIntact).map(({ slug }) => slug);
  const measured = { value, unit: 'entries' };
  if (broken.length === 0) {
    return { status: 'pass', ...measured, summary: `${value.toLocaleString('en')} entries intact` };
  }
  const reason = `Entries were changed or removed in: ${broken.join(', ')}.`;
  return { status: 'fail', ...measured, summary: 'A chain is broken', reason };
}
