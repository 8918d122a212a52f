import { parseDocument } from 'yaml';
import { z } from 'zod';
import { DriftConfig } from '#config/drift-config.ts';
import { readExportedLiteral } from '#config/literal.ts';
import { UsageError } from '#config/usage-error.ts';
import type { ConfigFile } from './find-config.ts';

/**
 * Reads a configuration. Every form is data: a `.ts` file is parsed and never executed, because
 * it may come from a pull request of a stranger.
 */
export function readConfig(file: ConfigFile | undefined): DriftConfig {
  const parsed = DriftConfig.safeParse(file ? contentOf(file) : {});
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${file?.name ?? 'The configuration'} is not valid:\n${z.prettifyError(parsed.error)}`,
  );
}

function contentOf({ name, text }: ConfigFile): unknown {
  if (!name.endsWith('.ts')) return yamlValue(name, text);
  const reading = readExportedLiteral(text);
  if (reading.status === 'read') return reading.value;
  throw new UsageError(
    `${name}:${reading.line}: expected data, found ${reading.found}. ` +
      'The file is read and never executed: write one literal without variables or calls.',
  );
}

/** YAML holds JSON too, and says the line of a mistake. */
function yamlValue(name: string, text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    throw new UsageError(`${name}:${line}: ${error.message.split('\n')[0]}`);
  }
  return document.toJS({ maxAliasCount: 20 }) ?? {};
}
