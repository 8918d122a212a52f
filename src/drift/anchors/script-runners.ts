import type { ShellWord } from '#drift/claims/shell.ts';
import { type Invocation, invocationsIn } from './invocation.ts';
import { type ScriptCall, scriptCallsOf } from './script-call.ts';

const SCRIPT = /^[a-z][\w-]*(?::[\w-]+)*$/i;
const VALUE_FLAG =
  /^--?(?:max-parallel|npm-path|n|names|c|prefix-colors|p|prefix|k|s|success|m|t)$/;

/** Scripts that `run-s`, `run-p`, `npm-run-all` and `concurrently` run by their full names. */
export function runnerCallsOf({ program, args }: Invocation): readonly ScriptCall[] {
  const words = args.filter(
    ({ value, isLiteral }, at) =>
      isLiteral && !value.startsWith('-') && !VALUE_FLAG.test(args[at - 1]?.value ?? ''),
  );
  if (/^(?:run-s|run-p|npm-run-all2?)$/.test(program.value)) {
    return words.filter(({ value }) => SCRIPT.test(value)).map((word) => callOf(word.value, word));
  }
  return program.value === 'concurrently' ? words.flatMap(concurrentCalls) : [];
}

/** `"npm:watch"`, or a whole command in quotes. */
function concurrentCalls(word: ShellWord): readonly ScriptCall[] {
  const name = /^(?:npm|pnpm|yarn|bun):(.+)$/.exec(word.value)?.[1];
  if (name !== undefined) return SCRIPT.test(name) ? [callOf(name, word)] : [];
  return invocationsIn(word.value).flatMap(scriptCallsOf);
}

function callOf(name: string, { start, end }: ShellWord): ScriptCall {
  return { name, start, end, scope: { type: 'here' }, form: 'explicit', manager: 'npm' };
}
