import { resolve } from 'node:path';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import type { Sql } from 'postgres';

export const typesFile = resolve(import.meta.dirname, '../../types/supabase.ts');

/** The text of types/supabase.ts for a database, by the generator behind `supabase gen types`. */
export async function generateTypes(sql: Sql): Promise<string> {
  const queryable = { query: async (text: string) => ({ rows: [...(await sql.unsafe(text))] }) };
  const metadata = await introspect(queryable, { includedSchemas: ['public'] });
  return generateTypescript(sortGeneratorMetadata(metadata), { postgrestVersion: '14' });
}
