/** Which replica runs a shared check. Neither function rejects. */
export type Lease = {
  /** `unavailable`: the database that decides cannot be asked. */
  acquire(checkName: string, forMs: number): Promise<'mine' | 'taken' | 'unavailable'>;
  release(checkName: string): Promise<void>;
};

/** For a single replica: nobody else could hold it. */
export const soleLease: Lease = {
  acquire: async () => 'mine',
  release: async () => undefined,
};
