import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '#config/usage-error.ts';

/** Flags and words of a command line; a wrong one is answered with the usage. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${reason}\nUsage: ${usage}`, { cause });
  }
}
