import { z } from 'zod';

const taken = {
  /** One short line for a person, such as "Answered in 12 ms". */
  summary: z.string().min(1),
  /** When the source was asked. */
  at: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
};
const measured = {
  ...taken,
  /** The number behind the summary, if there is one. Zero is only ever a measured zero. */
  value: z.number().nullable(),
  /** Unit of the value, such as "ms", "bytes" or "errors". */
  unit: z.string().nullable(),
};
const reason = z.string().min(1);

export const Reading = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('pass'), ...measured }),
  z.strictObject({ status: z.literal('warn'), ...measured, reason }),
  z.strictObject({ status: z.literal('fail'), ...measured, reason }),
  /** The source could not be asked, or its answer could not be read. */
  z.strictObject({ status: z.literal('unknown'), ...taken, reason }),
]);
/** What one look at one source found. It never throws and is never green by default. */
export type Reading = z.infer<typeof Reading>;
/** A reading whose source answered, whatever it said. */
export type KnownReading = Exclude<Reading, { status: 'unknown' }>;

/** A reading as it is handed to a page: how old it is, and since when its status holds. */
export type Delivered =
  | { freshness: 'fresh' | 'stale'; reading: KnownReading; ageMs: number; since: string }
  | {
      freshness: 'failed';
      reason: string;
      /** When the source was last asked, and for how long. */
      at: string;
      durationMs: number;
      since: string;
      lastGood: AgedReading | null;
    };
export type AgedReading = { reading: KnownReading; ageMs: number };

/** A delivered reading with its check's name, for a list such as the health panel. */
export type NamedDelivery = { name: string; title: string; delivered: Delivered };

/** One number of the metrics panel; a number that could not be read says why. */
export type Metric = { name: string; title: string; reading: Reading };

export function isKnown(reading: Reading): reading is KnownReading {
  return reading.status !== 'unknown';
}
