import type { APIContext } from 'astro';
import { z } from 'zod';
import { readAuditLogAccess } from '#auth/audit-log-access.ts';
import { readAuditLog } from '#supabase/queries/audit-logs.ts';
import { openAuditExport } from '../../../_http/audit-export.ts';
import { type AuditParameters, parseAuditParameters } from '../../../_http/audit-parameters.ts';
import { report } from '../../../_http/report.ts';
import { json, problem, refuseMethod, stream } from '../../../_http/respond.ts';
import { type Admitted, admit } from '../../../_http/visit.ts';

export const prerender = false;

/**
 * One tenant's audit log, newest first, for its admins and owners and for system admins.
 *
 * 401 for nobody. 403 for a member of the tenant, who knows that it exists. 404 for everybody
 * else, whether there is such a tenant or not. 400 names the malformed parameter.
 */
export async function GET(context: APIContext): Promise<Response> {
  const admitted = await admit(context);
  if (admitted instanceof Response) return admitted;
  const { tenantId: given } = context.params;
  const tenantId = z.guid().safeParse(given);
  if (!tenantId.success) return malformed('tenantId', 'must be the id of a tenant, a UUID');
  const query = parseAuditParameters(context.url.searchParams);
  if (query.status === 'malformed') return malformed(query.parameter, query.rule);

  const { client, visitor } = admitted;
  const access = await readAuditLogAccess(client, visitor, { by: 'id', value: tenantId.data });
  if (access.access === 'forbidden') return problem(403);
  if (access.access === 'not-found') return problem(404);
  if (access.access === 'unavailable') return problem(503);
  return answer(admitted, tenantId.data, query.parameters);
}
export const HEAD = GET;
export const ALL = refuseMethod;

function malformed(parameter: string, rule: string): Response {
  return problem(400, { parameter, detail: `The parameter "${parameter}" ${rule}.` });
}

function answer({ client }: Admitted, tenantId: string, parameters: AuditParameters) {
  return parameters.format === 'csv'
    ? answerCsv(client, tenantId, parameters)
    : answerPage(client, tenantId, parameters);
}

async function answerPage(
  client: Admitted['client'],
  tenantId: string,
  { filter, after, limit }: AuditParameters,
): Promise<Response> {
  const page = await readAuditLog(client, { tenantId, filter, after, limit });
  if (page.status === 'refused') return problem(404);
  if (page.status === 'read') return json(200, page.value);
  report('audit log', page.cause);
  return problem(503);
}

async function answerCsv(
  client: Admitted['client'],
  tenantId: string,
  { filter }: AuditParameters,
): Promise<Response> {
  const body = await openAuditExport({ client, tenantId, filter });
  if (!body) return problem(503);
  return stream(body, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="audit-log-${tenantId}.csv"`,
  });
}
