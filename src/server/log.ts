const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

export type Log = (
  level: Exclude<LogLevel, 'silent'>,
  event: string,
  fields?: Readonly<Record<string, string | number>>,
) => void;

type Options = { level: LogLevel; write: (line: string) => void; now: () => Date };

/** One JSON object per line, from a level upwards. Callers pass no cookie, query or header. */
export function createLog({ level: lowest, write, now }: Options): Log {
  return (level, event, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...fields })}\n`);
  };
}
