import { z } from 'zod';
import type { Client } from '../clients.ts';
import { type QueryResult, resultOf } from './result.ts';

/** Whether the client's user is a system admin; the database decides. */
export async function isSystemAdmin(client: Client): Promise<QueryResult<boolean>> {
  return resultOf(z.boolean(), await client.rpc('is_system_admin'));
}
