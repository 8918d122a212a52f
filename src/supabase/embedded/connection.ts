import { inspect } from 'node:util';
import { createPostgresConnection } from '@supabase/lite/postgres';

export type Connection = ReturnType<typeof createPostgresConnection>;

// The status that PostgREST gives to errors which lite reports as 500.
const httpStatus: Readonly<Record<string, number>> = {
  '23514': 400,
  '23P01': 400,
  '40001': 409,
  '40P01': 409,
  '57014': 500,
  P0001: 400,
  P0002: 400,
};

/** lite's pool of connections, with the times and the errors of PostgREST. */
export function openConnection(url: string): Connection {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      connect_timeout: 5,
      onnotice: () => undefined,
      connection: { application_name: 'holdfast-api', statement_timeout: 30_000 },
      types: {
        bytea: textType(17, (value) => value),
        timestamptz: textType(1184, isoTime),
        timestamp: textType(1114, (value) => value.replace(' ', 'T')),
      },
    },
  });
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (error) =>
    withoutValues(restError(error) ?? normalize(error), error);
  return connection;
}

function textType(id: number, parse: (value: string) => string) {
  return { to: id, from: [id], serialize: (value: unknown) => value, parse };
}

function isoTime(value: string): string {
  return value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

type DatabaseError = { code: string; message: string; detail?: string; hint?: string };

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function restError(error: unknown) {
  if (!isDatabaseError(error)) return undefined;
  const { code, message, detail = null, hint = null } = error;
  const status = httpStatus[code];
  if (status === undefined) return undefined;
  return {
    code: 'PGRST',
    message: JSON.stringify({ code, message, details: detail, hint }),
    detail: JSON.stringify({ status, headers: {} }),
  };
}

// lite prints every error with the values of its query.
function withoutValues(normalized: unknown, error: unknown): unknown {
  if (typeof normalized !== 'object' || normalized === null) return normalized;
  const text = isDatabaseError(error) ? `[database] ${error.code} ${error.message}` : '[database]';
  return Object.defineProperty(normalized, inspect.custom, { value: () => text });
}
