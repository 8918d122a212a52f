import postgres, { type Sql } from 'postgres';

export const databaseName = 'holdfast';

/** One connection as superuser, closed again whatever the work does. */
export async function withDatabase<Result>(
  url: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export async function createDatabase(sql: Sql, name: string): Promise<void> {
  const [existing] = await sql`select from pg_database where datname = ${name}`;
  if (!existing) await sql`create database ${sql(name)}`;
}
