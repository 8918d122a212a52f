import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beginChangedFiles, type CheckedRepository } from './checked-repository.ts';

const project = join(import.meta.dirname, '..', '..');

/** Begins to read what decides the report on a working tree: its commit and each file that differs from it. */
export function beginWorkingTreeState({ git, top }: CheckedRepository): () => string {
  const changed = beginChangedFiles(git);
  const head = git(['rev-parse', '--quiet', '--verify', 'HEAD']).output.toString('utf8');
  return () => {
    const changes = changed().map((record) => `${record} ${contentState(top, record.slice(3))}`);
    return [head, ...changes].join('\n');
  };
}

/** What decides which verdicts this program comes to: its own sources and dependencies. */
export function toolState(): string {
  const sources = ['src/drift', 'src/config'].flatMap((folder) =>
    filesBelow(join(project, folder)),
  );
  const stamps = [...sources, join(project, 'package-lock.json')].map((file) => {
    const state = statSync(file, { throwIfNoEntry: false });
    return state ? `${file} ${state.size} ${state.mtimeMs}` : `${file} absent`;
  });
  return [process.version, ...stamps].join('\n');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function contentState(top: string, path: string): string {
  const file = join(top, path);
  try {
    if (!lstatSync(file).isFile()) return 'no file';
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return 'absent';
  }
}
