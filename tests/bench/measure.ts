import { spawnSync } from 'node:child_process';

/** One whole process: how long it took and how much memory it held at most. */
export type Measured = { readonly ms: number; readonly rssMb: number; readonly status: number };

const reportMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("maxrss="+process.resourceUsage().maxRSS))';

/** Runs a Node program several times and keeps the fastest run. */
export function measure(
  words: readonly string[],
  { folder, rounds, before }: { folder: string; rounds: number; before?: () => void },
): Measured {
  const runs = Array.from({ length: rounds }, () => {
    before?.();
    return measureOnce(words, folder);
  });
  return runs.reduce((best, run) => (run.ms < best.ms ? run : best));
}

function measureOnce(words: readonly string[], folder: string): Measured {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', reportMemory, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - start;
  const kilobytes = Number(/maxrss=(\d+)/.exec(stderr)?.[1] ?? 0);
  return { ms, rssMb: kilobytes / 1024, status: status ?? -1 };
}
