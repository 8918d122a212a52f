import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Env } from '#config/env.ts';
import { dump } from './backup/dump.ts';
import { restore } from './backup/restore.ts';
import { compareCatalogs, readCatalog } from './database/catalog.ts';
import { withReference } from './database/reference.ts';
import { runScript } from './database/run-script.ts';
import { describeTarget, withTarget } from './database/target.ts';

/** Backs up, restores into a fresh data folder, proves it there, and writes down how it went. */
await runScript(async (env) => {
  const startedAt = new Date();
  const outcome = await drill(env).catch((error: unknown) => ({
    result: 'failed' as const,
    reason: error instanceof Error ? error.message : String(error),
  }));
  const seconds = (Date.now() - startedAt.getTime()) / 1000;
  const record = { startedAt, seconds, source: describeTarget(env), ...outcome };
  const file = await writeRecord(record, resolve(env.HOLDFAST_DATA_DIR));
  console.log(`${JSON.stringify(record, null, 2)}\nThe record is ${file}.`);
  return outcome.result === 'passed' ? 0 : 1;
});

async function drill(env: Env) {
  const scratch = await mkdtemp(join(tmpdir(), 'holdfast-drill-'));
  try {
    const backup = join(scratch, 'backup');
    const dataFolder = env.DATABASE_URL ? undefined : resolve(env.HOLDFAST_DATA_DIR);
    const { takenAt } = await withTarget(env, (sql) => dump(sql, backup, dataFolder));
    const { proof, result } = await restore(backup, join(scratch, 'data'), readCatalog);
    const differences = compareCatalogs(await withReference(readCatalog), result);
    if (differences.length === 0) return { result: 'passed' as const, takenAt, ...proof };
    return { result: 'failed' as const, reason: `The schema differs: ${differences[0]?.what} …` };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function writeRecord(record: { startedAt: Date }, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'drills');
  const file = join(folder, `${record.startedAt.toISOString().replaceAll(':', '-')}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
  return file;
}
