import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#config/usage-error.ts';

/** Where a backup made now goes when nobody says otherwise. */
export function backupName(now: Date): string {
  return join('backups', now.toISOString().slice(0, 19).replaceAll(':', '-'));
}

export async function findLatestBackup(): Promise<string> {
  const names = await readdir('backups').catch(() => []);
  const latest = names
    .filter((name) => /^\d{4}-\d\d-\d\dT/.test(name))
    .sort()
    .at(-1);
  if (latest) return join('backups', latest);
  throw new UsageError('There is no backup in backups/. Make one with `npm run db:backup`.');
}
