/** Time as an argument, so that tests decide what time it is. */
export type Clock = {
  now(): number;
  /** Calls back once after a time; the returned function calls it off. */
  after(delayMs: number, callback: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
