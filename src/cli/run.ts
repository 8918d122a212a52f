import { UsageError } from '#config/usage-error.ts';
import { isHelpWanted, readCheckArguments } from './arguments.ts';
import { help } from './help.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Runs one command line. Mistakes of the caller are told without a stack, ours with it. */
export async function run(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(words, around);
  } catch (error) {
    around.notes.write(`${error instanceof UsageError ? error.message : stackOf(error)}\n`);
    return 2;
  }
}

async function dispatch(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || isHelpWanted(words)) {
    around.out.write(help);
    return command === undefined ? 2 : 0;
  }
  if (command !== 'check') {
    throw new UsageError(`There is no command "${command}". Try: holdfast check --help`);
  }
  const { check } = await import('./commands/check.ts');
  return check(readCheckArguments(rest), around);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
