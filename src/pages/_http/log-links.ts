const MOST_STEPS_BACK = 30;

/** Addresses of the pages before and after, and of the export. `null` where there is no page. */
export type LogLinks = { newer: string | null; older: string | null; csv: string };

/**
 * Keyset pages only know the way forward, so the address carries the cursors of the pages behind
 * it; the oldest are dropped when it grows long.
 */
export function logLinks(
  query: URLSearchParams,
  { tenantId, nextCursor }: { tenantId: string; nextCursor: string | null },
): LogLinks {
  const cursor = query.get('cursor') || null;
  const trail = (query.get('trail') ?? '').split('.').filter((step) => step !== '');
  const filters = new URLSearchParams(
    [...query].filter(([name, value]) => value !== '' && name !== 'cursor' && name !== 'trail'),
  );
  const behind = cursor ? [...trail, cursor].slice(-MOST_STEPS_BACK) : [];
  return {
    newer: cursor && pageAddress(filters, trail.at(-1) ?? null, trail.slice(0, -1)),
    older: nextCursor && pageAddress(filters, nextCursor, behind),
    csv: csvAddress(filters, tenantId),
  };
}

function pageAddress(filters: URLSearchParams, cursor: string | null, trail: readonly string[]) {
  const query = new URLSearchParams(filters);
  if (cursor) query.set('cursor', cursor);
  if (trail.length > 0) query.set('trail', trail.join('.'));
  return `/admin/audit-logs?${query}`;
}

function csvAddress(filters: URLSearchParams, tenantId: string): string {
  const query = new URLSearchParams(filters);
  query.delete('tenant');
  query.delete('limit');
  query.set('format', 'csv');
  return `/api/tenants/${tenantId}/audit-logs?${query}`;
}
