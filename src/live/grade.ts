import type { Outcome } from './check.ts';

export type Thresholds = { degradedAt: number; downAt: number };

/** A number that is better the smaller it is: pass below `degradedAt`, fail from `downAt` on. */
export function grade(value: number, unit: string, { degradedAt, downAt }: Thresholds): Outcome {
  const summary = `${value.toLocaleString('en')} ${unit}`;
  const measured = { value, unit, summary };
  if (value >= downAt) return { status: 'fail', ...measured, reason: above(downAt, unit) };
  if (value >= degradedAt) return { status: 'warn', ...measured, reason: above(degradedAt, unit) };
  return { status: 'pass', ...measured };
}

function above(limit: number, unit: string): string {
  return `At or above the limit of ${limit.toLocaleString('en')} ${unit}.`;
}
