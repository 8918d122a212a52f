import { z } from 'zod';
import type { Client } from '../clients.ts';
import { type QueryResult, resultOf } from './result.ts';

const MetricRow = z.object({
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  reason: z.string().nullable(),
});
/** One number of the system, or the reason why the database could not compute it. */
export type MetricRow = z.infer<typeof MetricRow>;

/** The numbers of the system, for a system admin; the database refuses everybody else. */
export async function readSystemMetrics(client: Client): Promise<QueryResult<MetricRow[]>> {
  return resultOf(z.array(MetricRow), await client.rpc('system_metrics'));
}
