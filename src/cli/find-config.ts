import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#config/usage-error.ts';

/** A configuration file as it was found, before anybody reads its content. */
export type ConfigFile = { readonly name: string; readonly text: string };

const names = [
  'holdfast.config.ts',
  'holdfast.config.json',
  'holdfast.config.yaml',
  'holdfast.config.yml',
] as const;

/** The configuration file at a root; undefined where there is none. Two are a mistake. */
export function findConfig(root: string): ConfigFile | undefined {
  const found = names.flatMap((name) => {
    const text = textAt(join(root, name));
    return text === undefined ? [] : [{ name, text }];
  });
  const [first, second] = found;
  if (first && second) {
    throw new UsageError(`Both ${first.name} and ${second.name} are in ${root}. Keep one of them.`);
  }
  return first;
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
