import { resolve } from 'node:path';
import { dump } from './backup/dump.ts';
import { backupName } from './backup/folders.ts';
import { readArguments } from './database/arguments.ts';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';

await runScript(async (env) => {
  const { positionals } = readArguments(
    { allowPositionals: true },
    'npm run db:backup -- [folder]',
  );
  const folder = resolve(positionals[0] ?? backupName(new Date()));
  const dataFolder = env.DATABASE_URL ? undefined : resolve(env.HOLDFAST_DATA_DIR);
  const manifest = await withTarget(env, (sql) => dump(sql, folder, dataFolder));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Backed up ${describeTarget(env)}: ${manifest.tables.length} tables, ${rows} rows, ` +
      `${Object.keys(manifest.files).length} files.\n${folder}`,
  );
  return 0;
});
