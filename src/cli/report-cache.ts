import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Report } from '#drift/check.ts';

/** Reports of earlier runs, by everything that decides them. The folder may be deleted any time. */
export type ReportCache = {
  readonly isEmpty: () => boolean;
  readonly read: (key: string) => Report | undefined;
  readonly write: (key: string, report: Report) => void;
};

/** A cache that remembers nothing. */
export const noCache: ReportCache = {
  isEmpty: () => false,
  read: () => undefined,
  write: () => undefined,
};

const keptReports = 12;

/**
 * Keeps reports inside the git folder, where they make no working tree dirty. Where that folder
 * cannot be written, nothing is kept; a damaged entry counts as absent.
 */
export function createReportCache(gitFolder: string): ReportCache {
  const folder = join(gitFolder, 'holdfast', 'reports');
  const fileOf = (key: string) => join(folder, `${hash(key)}.json`);
  return {
    isEmpty: () => !existsSync(folder),
    read: (key) => tolerant(() => readEntry(fileOf(key))),
    write: (key, report) => {
      tolerant(() => writeEntry(folder, { file: fileOf(key), report }));
    },
  };
}

/** What is kept under a key; computed and kept where nothing is. */
export async function remembered(
  cache: ReportCache,
  key: string,
  compute: () => Promise<Report>,
): Promise<Report> {
  const kept = cache.read(key);
  if (kept) return kept;
  const report = await compute();
  cache.write(key, report);
  return report;
}

/** A short name for a content of any length. */
function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

function readEntry(file: string): Report | undefined {
  const entry = readFileSync(file);
  const end = entry.indexOf('\n');
  const body = entry.subarray(end + 1);
  const isWhole = hash(body) === entry.toString('latin1', 0, end);
  return isWhole ? JSON.parse(body.toString('utf8')) : undefined;
}

function writeEntry(folder: string, { file, report }: { file: string; report: Report }): void {
  const body = Buffer.from(JSON.stringify(report));
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([Buffer.from(`${hash(body)}\n`), body]));
  renameSync(draft, file);
  const aged = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, writtenAt: statSync(path).mtimeMs }))
    .sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { path } of aged.slice(keptReports)) rmSync(path, { force: true });
}

/** A cache that fails must never make a run fail: it only saves time. */
function tolerant<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
