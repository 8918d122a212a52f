import type { Client } from '#supabase/clients.ts';
import { csvEntry, csvHeader } from '#supabase/queries/audit-log-csv.ts';
import {
  type AuditLogEntry,
  type AuditLogFilter,
  readAuditLog,
} from '#supabase/queries/audit-logs.ts';
import { report } from './report.ts';

// One row more is asked for, and PostgREST hands out at most 1,000.
const ROWS_PER_QUERY = 999;

export type AuditExport = { client: Client; tenantId: string; filter: AuditLogFilter };

/**
 * A whole log as CSV, read page by page as fast as the reader takes it. `null` when not even its
 * start can be read. A failure in the middle breaks the transfer: half a log must not look whole.
 */
export async function openAuditExport(
  wanted: AuditExport,
): Promise<ReadableStream<Uint8Array> | null> {
  const first = await readPage(wanted, undefined);
  if (!first) return null;
  return streamOf(csvLines(wanted, first));
}

function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* csvLines(wanted: AuditExport, first: AuditLogEntry[]): AsyncGenerator<string> {
  yield csvHeader;
  let page = first;
  // Until a page is empty: a server that hands out fewer rows than asked must not end the log.
  while (page.length > 0) {
    yield page.map(csvEntry).join('');
    const next = await readPage(wanted, page.at(-1));
    if (!next) throw new Error('The log could not be read to its end.');
    page = next;
  }
}

async function readPage(
  { client, tenantId, filter }: AuditExport,
  last: AuditLogEntry | undefined,
): Promise<AuditLogEntry[] | null> {
  const after = last ? { at: last.occurred_at, id: last.id } : null;
  const page = await readAuditLog(client, { tenantId, filter, after, limit: ROWS_PER_QUERY });
  if (page.status === 'read') return page.value.entries;
  if (page.status === 'failed') report('audit log export', page.cause);
  return null;
}
