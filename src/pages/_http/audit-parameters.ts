import { z } from 'zod';
import { type AuditPosition, decodeCursor } from '#supabase/queries/audit-cursor.ts';
import type { AuditLogFilter } from '#supabase/queries/audit-logs.ts';

const DAY_MS = 86_400_000;

const words = z
  .string()
  .max(320, 'must be at most 320 characters')
  .regex(/^\P{Cc}*$/u, 'must not contain control characters');
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'must be a date such as 2026-11-23 or a time such as 2026-11-23T04:00:00Z',
});
const inRange = (at: string) => at >= '1970' && at < '9000';
const outOfRange = { error: 'must lie between the years 1970 and 8999' };

const Parameters = z
  .strictObject({
    from: moment.refine(inRange, outOfRange).transform((at) => new Date(at).toISOString()),
    to: moment.refine(inRange, outOfRange).transform(firstMomentAfter),
    action: words.regex(/^[a-z_]+(\.[a-z_]+)+$/, 'must be an action such as member.added'),
    actor: words,
    resource: words,
    text: words,
    cursor: z.string().transform(positionOf),
    limit: z
      .string()
      .regex(/^\d{1,3}$/, 'must be a whole number')
      .transform(Number)
      .pipe(z.number().min(1, 'must be at least 1').max(200, 'must be at most 200')),
    format: z.enum(['json', 'csv'], { error: 'must be json or csv' }),
  })
  .partial()
  .refine(({ from, to }) => !from || !to || from < to, {
    path: ['from'],
    error: 'must be before "to"',
  })
  .refine(({ format, cursor }) => format !== 'csv' || !cursor, {
    path: ['cursor'],
    error: 'does not go with format=csv, which streams the whole log',
  })
  .refine(({ format, limit }) => format !== 'csv' || !limit, {
    path: ['limit'],
    error: 'does not go with format=csv, which streams the whole log',
  });

export type AuditParameters = {
  filter: AuditLogFilter;
  after: AuditPosition | null;
  limit: number;
  format: 'json' | 'csv';
};
export type ParsedParameters =
  | { status: 'parsed'; parameters: AuditParameters }
  | { status: 'malformed'; parameter: string; rule: string };

/** Reads the query of an audit log. An empty parameter, as an unused form field sends it, is absent. */
export function parseAuditParameters(query: URLSearchParams): ParsedParameters {
  const given = [...query].filter(([, value]) => value !== '');
  const twice = given.find(([name], at) => given.findIndex(([other]) => other === name) < at);
  if (twice) return { status: 'malformed', parameter: twice[0], rule: 'must be given once' };
  const parsed = Parameters.safeParse(Object.fromEntries(given));
  if (!parsed.success) return { status: 'malformed', ...firstProblem(parsed.error) };
  const { cursor = null, limit = 50, format = 'json', ...filter } = parsed.data;
  return { status: 'parsed', parameters: { filter, after: cursor, limit, format } };
}

/** A day counts as a whole: `to=2026-11-23` includes what happened on the 23rd. */
function firstMomentAfter(at: string): string {
  const isDay = at.length === '2026-11-23'.length;
  return new Date(Date.parse(at) + (isDay ? DAY_MS : 0)).toISOString();
}

function positionOf(cursor: string, context: z.RefinementCtx): AuditPosition {
  const position = decodeCursor(cursor);
  if (position) return position;
  context.addIssue({ code: 'custom', message: 'must be a cursor that this site handed out' });
  return z.NEVER;
}

function firstProblem({ issues }: z.ZodError): { parameter: string; rule: string } {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    return { parameter: issue.keys[0] ?? '', rule: 'is not a parameter of this address' };
  }
  return { parameter: String(issue?.path[0] ?? ''), rule: issue?.message ?? 'is malformed' };
}
