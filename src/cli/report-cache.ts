import { createHash } from 'node:crypto';
import {
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
  readonly read: (key: string) => Report | undefined;
  readonly write: (key: string, report: Report) => void;
};

/** A cache that remembers nothing. */
export const noCache: ReportCache = { read: () => undefined, write: () => undefined };

const keptReports = 12;

/**
 * Keeps reports inside the git folder, where they make no working tree dirty. Where that folder
 * cannot be written, nothing is kept; a damaged entry counts as absent.
 */
export function createReportCache(gitFolder: string): ReportCache {
  const folder = join(gitFolder, 'holdfast', 'reports');
  const fileOf = (key: string) => join(folder, `${hash(key)}.json`);
  return {
    read: (key) => tolerant(() => readEntry(fileOf(key))),
    write: (key, report) => {
      tolerant(() => writeEntry(folder, { file: fileOf(key), report }));
    },
  };
}

/** A short name for a text of any length. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function readEntry(file: string): Report | undefined {
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  return hash(body) === text.slice(0, end) ? JSON.parse(body) : undefined;
}

function writeEntry(folder: string, { file, report }: { file: string; report: Report }): void {
  const body = JSON.stringify(report);
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${hash(body)}\n${body}`);
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
