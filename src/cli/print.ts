import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Report } from '#drift/check.ts';
import { reporters } from '#drift/reporters/index.ts';
import type { CheckRun } from './check-run.ts';

/** Writes a report in the format that was asked for. */
export function print(report: Report, { asked, checked, around }: CheckRun): void {
  const { out, folder } = around;
  const text = reporters[asked.format](report, {
    list: asked.list,
    target: out.isTTY === true ? 'terminal' : 'plain',
    prefix: prefixOf(folder, checked.top),
    readPage: (path) => readText(join(checked.top, path)),
  });
  out.write(text);
}

/** Annotations count from the folder of the call, when the repository lies below it. */
function prefixOf(folder: string, top: string): string {
  const path = relative(folder, top);
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
