import { z } from 'zod';

/** A pattern over repository paths, such as "docs/**". */
const Glob = z.string().min(1).max(500);

const Day = z.iso.date({ error: 'must be a calendar day such as 2027-01-01' });

const DayCount = z.int().min(0).max(3_650);

const Pages = z.strictObject({
  /** Pages to check; all Markdown but dependencies, test data and generated text when left out. */
  include: z.array(Glob).min(1).optional(),
  /** Pages to leave alone; wins over `include`. */
  exclude: z.array(Glob).default([]),
});

const Status = z.strictObject({
  /** Pages that the status is for; the first entry that matches counts. */
  pages: Glob,
  /** Claims of everything but `active` are held back. The page's own status comes first. */
  status: z.enum(['active', 'draft', 'plan', 'record', 'archived']),
});

const Suppression = z.strictObject({
  /** Pages it is for. */
  page: Glob,
  /** Only claims of this kind. */
  kind: z.string().optional(),
  /** Only findings with this code. */
  code: z.string().optional(),
  /** Only claims with exactly this text. */
  text: z.string().optional(),
  /** Why the finding may stand. */
  reason: z.string({ error: 'reason says why the finding may stand' }).trim().min(1),
  /** Last day on which it counts. */
  until: Day.optional(),
});
export type Suppression = z.infer<typeof Suppression>;

const Attestations = z.strictObject({
  /** How long before its expiry an external fact is called due. */
  noticeDays: DayCount.default(14),
  /** How long an expired fact is a warning before it fails the run. */
  graceDays: DayCount.default(0),
  /** Longest `every` that a fact may ask for. */
  longestDays: DayCount.default(366),
});

const Reviews = z.strictObject({
  /** How long an overdue review of a page is a warning before it fails the run. */
  graceDays: DayCount.default(30),
});

/** What a repository may say about its own check; every field has a default. */
export const DriftConfig = z.strictObject({
  /** Address of the schema, for editors. */
  $schema: z.string().optional(),
  pages: Pages.prefault({}),
  status: z.array(Status).default([]),
  /** Names of repositories that pages mention and that stand elsewhere, such as "acme/api". */
  siblings: z.array(z.string().min(1)).default([]),
  /** Only these kinds of claim; all when left out. */
  kinds: z.array(z.string()).min(1).optional(),
  suppressions: z.array(Suppression).default([]),
  attestations: Attestations.prefault({}),
  reviews: Reviews.prefault({}),
  /** Path of the baseline file, from the root. */
  baseline: z.string().optional(),
});
export type DriftConfig = z.infer<typeof DriftConfig>;
