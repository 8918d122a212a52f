import { listMigrations } from '#supabase/migrations.ts';
import { compareCatalogs, countKinds, type Difference, readCatalog } from './database/catalog.ts';
import { migrationsFolder, withReference } from './database/reference.ts';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';

await runScript(async (env) => {
  const promised = await withReference(readCatalog);
  const { found, open } = await withTarget(env, async (sql) => ({
    found: await readCatalog(sql),
    open: (await listMigrations(sql, migrationsFolder)).filter(({ state }) => state !== 'applied'),
  }));
  const differences = compareCatalogs(promised, found);
  for (const { version, name, state } of open)
    console.error(`${state}: migration ${version}_${name}`);
  for (const difference of differences) console.error(describe(difference));
  console.log(`Compared ${countKinds(promised)} with ${describeTarget(env)}.`);
  if (open.length + differences.length === 0) {
    console.log('The database has what the migrations promise, and nothing else.');
    return 0;
  }
  console.error(`${differences.length} differences, ${open.length} migrations not in step.`);
  return 1;
});

function describe({ what, promised, found }: Difference): string {
  if (found === undefined) return `missing: ${what}`;
  if (promised === undefined) return `without a migration: ${what}`;
  return `different: ${what}\n  migrations: ${promised}\n  database:   ${found}`;
}
