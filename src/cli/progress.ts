import type { Output } from './surroundings.ts';

/** Tells how far a long run is, on one line that goes away again. */
export type Progress = {
  readonly onPage: (done: number, total: number) => void;
  readonly end: () => void;
};

const patienceMs = 400;
const pauseMs = 100;
const clearLine = '\r\u001b[K';

/** Progress on a terminal; nothing anywhere else, and nothing for a run that is soon over. */
export function createProgress(output: Output, nowMs: () => number): Progress {
  if (output.isTTY !== true) return { onPage: () => undefined, end: () => undefined };
  let nextAt = nowMs() + patienceMs;
  let isShown = false;
  return {
    onPage: (done, total) => {
      if (nowMs() < nextAt) return;
      nextAt = nowMs() + pauseMs;
      isShown = true;
      output.write(`${clearLine}Checking page ${done + 1} of ${total}`);
    },
    end: () => {
      if (isShown) output.write(clearLine);
    },
  };
}
