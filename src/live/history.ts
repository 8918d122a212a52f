import { z } from 'zod';
import { Reading } from './reading.ts';

/** A reading as it is kept: of which check, taken by which replica. */
export const HistoryEntry = z.strictObject({
  checkName: z.string().min(1),
  replica: z.string().min(1),
  reading: Reading,
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Where readings are kept. Both functions reject when the store cannot be reached. */
export type HistoryStore = {
  append(entries: readonly HistoryEntry[]): Promise<void>;
  /** The newest entries of one check, newest first. */
  recent(checkName: string, limit: number): Promise<HistoryEntry[]>;
};

/** The newest of these entries, newest first, each once. */
export function newest(entries: readonly HistoryEntry[], limit: number): HistoryEntry[] {
  const unique = new Map(entries.map((entry) => [identity(entry), entry]));
  return [...unique.values()]
    .toSorted((one, other) => Date.parse(other.reading.at) - Date.parse(one.reading.at))
    .slice(0, limit);
}

/** A replica takes one reading of a check at a time. */
export function identity({ checkName, replica, reading }: HistoryEntry): string {
  return `${checkName} ${replica} ${reading.at}`;
}
