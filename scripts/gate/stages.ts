import type { Schedulable } from './schedule.ts';

/** A stage of the gate: one npm script, or one vitest project whose tests are counted. */
export type Stage = Schedulable & {
  readonly limitMs: number;
  readonly env?: Readonly<Record<string, string>>;
} & ({ readonly script: readonly [string, ...string[]] } | { readonly project: string });

const minuteMs = 60_000;

/** Everything `npm test` runs, the quickest to tell something first. */
export const stages: readonly Stage[] = [
  { name: 'lint', script: ['lint'], limitMs: minuteMs },
  { name: 'workflows', script: ['lint:workflows'], limitMs: minuteMs },
  { name: 'unit', project: 'unit', limitMs: 5 * minuteMs },
  { name: 'types', script: ['type-check'], limitMs: 3 * minuteMs },
  { name: 'dead code', script: ['knip'], limitMs: minuteMs },
  { name: 'any casts', script: ['db:check-any'], limitMs: minuteMs },
  { name: 'pages', script: ['lint:pages'], limitMs: minuteMs },
  { name: 'drift', script: ['holdfast', 'check'], limitMs: minuteMs },
  { name: 'chromium', script: ['setup:chromium'], limitMs: 5 * minuteMs },
  // Astro writes `.astro/` in both, so they never run at the same time.
  {
    name: 'build',
    script: ['build'],
    env: { SKIP_ENV_VALIDATION: 'true' },
    after: ['types'],
    limitMs: 3 * minuteMs,
  },
  {
    name: 'integration',
    project: 'integration',
    needs: ['build'],
    alone: true,
    limitMs: 10 * minuteMs,
  },
  {
    name: 'browser',
    project: 'browser',
    needs: ['build', 'chromium'],
    after: ['integration'],
    alone: true,
    limitMs: 10 * minuteMs,
  },
];
