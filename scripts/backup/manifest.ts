import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '#config/usage-error.ts';

const Manifest = z.strictObject({
  /** When the snapshot was taken. */
  takenAt: z.iso.datetime(),
  /** The migrations that the database had: a restore applies exactly these. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
  sequences: z.record(z.string(), z.string()),
  /** Storage files and keys, by their path in the backup. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
export type DumpedTable = Manifest['tables'][number];

const fileName = 'manifest.json';

// Written last: a folder without it is a backup that was interrupted.
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, fileName), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  });
}

export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
  } catch (cause) {
    throw new UsageError(
      `${folder} is not a complete backup: its manifest.json is missing or damaged. ` +
        'Choose another folder of `npm run db:backup`.',
      { cause },
    );
  }
}

export function fileOf(folder: string, { schema, name }: { schema: string; name: string }): string {
  return join(folder, 'tables', `${schema}.${name}.rows`);
}
