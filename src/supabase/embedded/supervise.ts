import type { Postgres } from './postgres.ts';

const lookEveryMs = 500;

/** Starts Postgres again a while after it has died. Returns the way to end that. */
export function supervise(postgres: Postgres, restartAfterMs: number): { end(): void } {
  let diedAt: number | undefined;
  let isStarting = false;

  async function look(): Promise<void> {
    if (isStarting) return;
    if (postgres.isRunning()) {
      diedAt = undefined;
      return;
    }
    diedAt ??= performance.now();
    if (performance.now() - diedAt < restartAfterMs) return;
    isStarting = true;
    await postgres.start().catch((error) => console.error(`[backend] ${error}`));
    isStarting = false;
    diedAt = undefined;
  }

  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();
  return { end: () => clearInterval(timer) };
}
