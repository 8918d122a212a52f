import { UsageError } from '#config/usage-error.ts';
import { applyMigrations, listMigrations, rehearseMigrations } from '#supabase/migrations.ts';
import { readArguments } from './database/arguments.ts';
import { migrationsFolder } from './database/reference.ts';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';

const usage = 'npm run db:migrate -- list | up | --dry-run';

await runScript(async (env) => {
  const { values, positionals } = readArguments(
    { options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true },
    usage,
  );
  const command = values['dry-run'] ? 'dry-run' : (positionals[0] ?? 'list');
  console.log(`Migrations of ${describeTarget(env)}:`);
  if (command === 'list') return withTarget(env, list);
  if (command === 'dry-run') return withTarget(env, rehearse);
  if (command === 'up') return withTarget(env, up);
  throw new UsageError(`There is no "${command}". Usage: ${usage}`);
});

type Sql = Parameters<typeof listMigrations>[0];

/** Fails when the database has a migration that the folder lacks: someone else's, or a deleted one. */
async function list(sql: Sql): Promise<0 | 1> {
  const migrations = await listMigrations(sql, migrationsFolder);
  for (const { version, name, state } of migrations) console.log(`  ${state}  ${version}_${name}`);
  return migrations.some(({ state }) => state === 'unknown') ? 1 : 0;
}

async function rehearse(sql: Sql): Promise<0> {
  const pending = await rehearseMigrations(sql, migrationsFolder);
  for (const { version, name } of pending) console.log(`  would apply  ${version}_${name}`);
  console.log(pending.length === 0 ? 'Nothing is pending.' : 'All apply; nothing was changed.');
  return 0;
}

async function up(sql: Sql): Promise<0> {
  const applied = await applyMigrations(sql, migrationsFolder);
  for (const { version, name } of applied) console.log(`  applied  ${version}_${name}`);
  // Whoever serves this database reads its schema again.
  await sql`notify pgrst, 'reload schema'`;
  console.log(applied.length === 0 ? 'Nothing was pending.' : `${applied.length} applied.`);
  return 0;
}
