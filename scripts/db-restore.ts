import { resolve } from 'node:path';
import { UsageError } from '#config/usage-error.ts';
import { findLatestBackup } from './backup/folders.ts';
import { restore } from './backup/restore.ts';
import { readArguments } from './database/arguments.ts';
import { runScript } from './database/run-script.ts';

await runScript(async (env) => {
  const { positionals } = readArguments(
    { allowPositionals: true },
    'npm run db:restore -- [folder]',
  );
  if (env.DATABASE_URL) {
    throw new UsageError(
      'db:restore makes the data folder of an embedded database. A hosted one is restored by its ' +
        'provider; unset DATABASE_URL to go on.',
    );
  }
  const backup = resolve(positionals[0] ?? (await findLatestBackup()));
  const dataFolder = resolve(env.HOLDFAST_DATA_DIR);
  const { proof } = await restore(backup, dataFolder, async () => undefined);
  console.log(
    `Restored ${backup} into ${dataFolder}: ${proof.tables} tables and ${proof.rows} rows are ` +
      `byte for byte those of the backup, ${proof.auditLogs} audit logs are intact. Run \`npm start\`.`,
  );
  return 0;
});
