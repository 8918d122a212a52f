import { loadEnvFile } from 'node:process';
import { z } from 'zod';

const variables = {
  /** Where Supabase answers. Without it `npm start` runs an embedded one. */
  SUPABASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  /** The key that may be public; requests with it see what row-level security lets through. */
  SUPABASE_PUBLISHABLE_KEY: z.string().min(20, 'must be a publishable key (sb_publishable_…)'),
  /** The legacy name of the publishable key. */
  SUPABASE_ANON_KEY: z.string().min(20, 'must be a legacy anon key'),
  /** The key of the server; it bypasses row-level security. */
  SUPABASE_SERVICE_ROLE_KEY: z.string().min(20, 'must be a service role key'),
  /** The newer name of the server's key. */
  SUPABASE_SECRET_KEY: z.string().min(20, 'must be a secret key (sb_secret_…)'),
  HOST: z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address such as 127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a whole number')
    .min(0, 'must be at least 0 (0 takes any free port)')
    .max(65_535, 'must be at most 65535'),
  /** Where the embedded backend keeps its data and its keys. */
  HOLDFAST_DATA_DIR: z.string(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], {
    error: 'must be debug, info, warn, error or silent',
  }),
  /** `true` builds without the variables that only a running site needs. */
  SKIP_ENV_VALIDATION: z.enum(['true', 'false'], { error: 'must be true or false' }),
  /** The database that the `db:…` scripts work on, when it is not the embedded one. */
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be a postgres:// URL',
  }),
  /** The site that `verify:system` looks at. */
  SITE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  /** The system admin as whom `verify:system` signs in. */
  VERIFY_EMAIL: z.email('must be an e-mail address'),
  VERIFY_PASSWORD: z.string(),
};

const defaults = {
  HOST: '127.0.0.1',
  PORT: 4321,
  HOLDFAST_DATA_DIR: '.holdfast',
  LOG_LEVEL: 'info' as const,
  SITE_URL: 'http://127.0.0.1:4321',
};

export type EnvName = keyof typeof variables;
export const envNames: readonly string[] = Object.keys(variables);

type Values = { [Name in EnvName]?: z.infer<(typeof variables)[Name]> };
export type EnvProblem = { name: string; found: 'missing' | 'malformed'; rule: string };
export type SupabaseAccess = { url: string; publishableKey: string; serviceKey: string };

export type Env = Values &
  Required<Pick<Values, keyof typeof defaults>> & {
    /** All three or nothing: the site never talks to half a Supabase. */
    supabase: SupabaseAccess | undefined;
    problems: readonly EnvProblem[];
  };

/** Reads and checks the environment. A value that breaks its rule is a problem, and not in the result. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = Object.entries(variables).map(([name, schema]) =>
    parse(name, schema, source[name]),
  );
  const values: Values = Object.assign({}, ...parsed.map(({ value }) => value));
  const { access, missing } = supabaseAccess(values);
  const problems = [...parsed.flatMap(({ problem }) => problem), ...missing];
  const isSkipped = values.SKIP_ENV_VALIDATION === 'true';
  return { ...defaults, ...values, supabase: access, problems: isSkipped ? [] : problems };
}

/** Adds the variables of a `.env` file, if there is one; what is set already wins. */
export function readEnvFile(path = '.env'): void {
  try {
    loadEnvFile(path);
  } catch {
    // No such file: the environment is all there is.
  }
}

/** The environment of this process with more variables, for a process that it starts. */
export function extendEnv(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** One line per problem, for a person who has to correct it. */
export function describeProblems(problems: readonly EnvProblem[]): string {
  return problems.map(({ name, found, rule }) => `${name} is ${found}: it ${rule}.`).join('\n');
}

function parse(name: string, schema: z.ZodType, text: string | undefined) {
  // An empty variable is how shells and compose files spell "not set".
  if (text === undefined || text === '') return { value: {}, problem: [] };
  const result = schema.safeParse(text);
  if (result.success) return { value: { [name]: result.data }, problem: [] };
  const rule = result.error.issues[0]?.message ?? 'must be valid';
  return { value: {}, problem: [{ name, found: 'malformed' as const, rule }] };
}

function supabaseAccess(values: Values) {
  const url = values.SUPABASE_URL;
  const publishableKey = values.SUPABASE_PUBLISHABLE_KEY ?? values.SUPABASE_ANON_KEY;
  const serviceKey = values.SUPABASE_SERVICE_ROLE_KEY ?? values.SUPABASE_SECRET_KEY;
  if (url && publishableKey && serviceKey) {
    return { access: { url, publishableKey, serviceKey }, missing: [] };
  }
  const missing = [
    ...(url ? [] : [missingVariable('SUPABASE_URL')]),
    ...(publishableKey ? [] : [missingVariable('SUPABASE_PUBLISHABLE_KEY')]),
    ...(serviceKey ? [] : [missingVariable('SUPABASE_SERVICE_ROLE_KEY')]),
  ];
  return { access: undefined, missing };
}

function missingVariable(name: EnvName): EnvProblem {
  const rule = variables[name].safeParse('').error?.issues[0]?.message ?? 'must be set';
  return { name, found: 'missing', rule };
}
