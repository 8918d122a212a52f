import { z } from 'zod';

export const PAGE_TYPES = [
  'alerting',
  'incident',
  'cicd',
  'backup',
  'migration',
  'environment',
  'platform',
  'reference',
] as const;

/** YAML readers give a date as `Date` or as text; the site keeps the calendar day. */
const Day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date({ error: 'must be a calendar day such as 2026-11-01' }),
);

/** A number of days, written "90d". */
export const Days = z
  .string({ error: 'must be a number of days such as "90d"' })
  .regex(/^[1-9]\d{0,3}d$/, { error: 'must be a number of days such as "90d"' })
  .transform((text) => Number.parseInt(text, 10));

const Handle = z
  .string({ error: 'must be a handle such as "@platform"' })
  .regex(/^@[\w./-]+$/, { error: 'must be a handle such as "@platform", as CODEOWNERS writes it' });

const RepositoryFile = z
  .string()
  .regex(/^(?!\/|\.\.?\/)\S+$/, { error: 'must be a path from the repository root, without "./"' });

const Exercise = z.strictObject({
  /** Day of the drill. */
  date: Day,
  /** What was done, in a few words. */
  how: z.string().min(1),
  /** Where the record of it is: a repository file or a link. */
  evidence: z.string().min(1),
});

export const Frontmatter = z.strictObject({
  /** Heading of the page and its name in every list. */
  title: z.string({ error: 'title is the heading of the page' }).min(1).max(60),
  /** What the page is for, or what the alert means, in one sentence. */
  summary: z
    .string({ error: 'summary says in one sentence what this page is for' })
    .min(10)
    .max(200),
  /** Decides the group of the page and whether its head is laid out for an incident. */
  type: z.enum(PAGE_TYPES, { error: `type must be one of: ${PAGE_TYPES.join(', ')}` }),
  /** Claims of a draft or an archived page are held back from the drift check. */
  status: z.enum(['active', 'draft', 'archived'], {
    error: 'status must be one of: active, draft, archived',
  }),
  /** Who answers for this page. */
  owner: Handle,
  /** Who to call next, nearest first. */
  escalation: z.array(Handle).default([]),
  /** The severity to declare first, when this page is about something broken. */
  severity: z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']).optional(),
  /** Day on which the owner last read the page and found it right. */
  lastReviewed: Day,
  /** How long that review counts. */
  reviewEvery: Days,
  /** The last time somebody did what the page says. */
  lastExercised: Exercise.optional(),
  /** Names of the alerts that lead to this page. */
  alerts: z.array(z.string().regex(/^\S+$/, { error: 'an alert name has no spaces' })).default([]),
  /** Repository files the page is about. */
  sources: z.array(RepositoryFile).default([]),
  /** Live checks shown in the head of the page. */
  checks: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  /** Who is hurt while this goes on, in one sentence. */
  impact: z.string().min(1).max(200).optional(),
  /** The first thing to do that cannot make it worse; Markdown for code and links. */
  firstAction: z.string().min(1).max(240).optional(),
  /** Place within its group; pages without one follow by title. */
  order: z.int().default(100),
});
export type Frontmatter = z.infer<typeof Frontmatter>;
