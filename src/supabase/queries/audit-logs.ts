import { z } from 'zod';
import type { Client } from '../clients.ts';
import { type AuditPosition, encodeCursor } from './audit-cursor.ts';
import { type QueryResult, resultOf } from './result.ts';

// PostgREST writes bytes as `\x…`, the embedded backend as a serialised Buffer.
const Bytes = z
  .union([
    z.string().regex(/^\\x[0-9a-f]*$/),
    z.object({ type: z.literal('Buffer'), data: z.array(z.number().int().min(0).max(255)) }),
  ])
  .transform((bytes) =>
    typeof bytes === 'string' ? bytes.slice(2) : Buffer.from(bytes.data).toString('hex'),
  );

const AuditLogEntry = z.object({
  id: z.number().int(),
  tenant_id: z.guid(),
  occurred_at: z.string(),
  actor_id: z.string().nullable(),
  actor_email: z.string().nullable(),
  action: z.string(),
  resource_type: z.string(),
  resource_id: z.string().nullable(),
  details: z.json(),
  ip: z.string().nullable(),
  prev_hash: Bytes,
  hash: Bytes,
});
export type AuditLogEntry = z.infer<typeof AuditLogEntry>;

/** What of a log is wanted; what is absent does not narrow it. `to` is the first moment outside. */
export type AuditLogFilter = {
  from?: string | undefined;
  to?: string | undefined;
  action?: string | undefined;
  actor?: string | undefined;
  resource?: string | undefined;
  text?: string | undefined;
};
export type AuditLogQuery = {
  tenantId: string;
  filter: AuditLogFilter;
  after: AuditPosition | null;
  limit: number;
};
export type AuditLogPage = { entries: AuditLogEntry[]; nextCursor: string | null };

/** A page of one tenant's log, newest first. Row-level security leaves out what the user may not read. */
export async function readAuditLog(
  client: Client,
  { tenantId, filter, after, limit }: AuditLogQuery,
): Promise<QueryResult<AuditLogPage>> {
  // One row more than the page shows whether another page follows.
  const answer = await client.rpc('search_audit_logs', {
    p_tenant: tenantId,
    p_limit: limit + 1,
    ...parameters(filter),
    ...(after && { p_before_at: after.at, p_before_id: after.id }),
  });
  const page = z.array(AuditLogEntry).transform((rows) => pageOf(rows, limit));
  return resultOf(page, answer);
}

function parameters({ from, to, action, actor, resource, text }: AuditLogFilter) {
  return {
    ...(from && { p_from: from }),
    ...(to && { p_to: to }),
    ...(action && { p_action: action }),
    ...(actor && { p_actor: actor }),
    ...(resource && { p_resource: resource }),
    ...(text && { p_text: text }),
  };
}

function pageOf(rows: AuditLogEntry[], limit: number): AuditLogPage {
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    entries,
    nextCursor: hasMore ? encodeCursor({ at: last.occurred_at, id: last.id }) : null,
  };
}
