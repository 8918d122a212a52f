import type { Step } from '#drift/repository/workflows.ts';

/** A step is meant by the command it runs, or by most of the words of its name. */
export function isStep(text: string, { name, run, uses }: Step): boolean {
  const [command] = commandsIn(text);
  if (command !== undefined && holdsCommand(`${run}\n${uses}`, command)) return true;
  const own = wordsOf(name || (/([\w-]+)(?:@|$)/.exec(uses)?.[1] ?? ''));
  if (own.length === 0) return false;
  const said = new Set(wordsOf(text));
  const shared = own.filter((word) => said.has(word)).length;
  return (
    shared >= Math.max(2, own.length * 0.6) || (own.length === 1 && shared === 1 && said.size <= 3)
  );
}

/** The commands that a text has in code. */
export function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)]
    .map(([, code]) => (code ?? '').trim())
    .filter((code) => !/^\w+=/.test(code));
}

function holdsCommand(run: string, command: string): boolean {
  const wanted = command.replace(/\s+/g, ' ');
  return run.split('\n').some((line) => {
    const text = ` ${line.trim().replace(/\s+/g, ' ')} `;
    return text.includes(` ${wanted} `) || text.includes(` ${wanted}@`);
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !/^(?:the|and|for|with|run|all)$/.test(word));
}

/** How a report names a step. */
export function labelOf({ name, run, uses }: Step): string {
  return (run.split('\n')[0] ?? '') || name || uses;
}
