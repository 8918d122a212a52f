import { systemClock } from '#live/clock.ts';
import { healthLine } from '#live/health-line.ts';
import { readHealth } from './health.ts';
import type { Site } from './site.ts';

// A panel waits under a second in all: half for who asks, half for what they ask for.
export const VISITOR_MS = 450;
export const DATA_MS = 450;
const KNOWN_MS = 50;

/** Why a panel is empty, for everybody, and since when. */
export type Outage = { reason: string; since: string | undefined };

/** What is known, without another wait, about why the data behind a panel does not come. */
export async function describeOutage(site: Site | null): Promise<Outage> {
  if (!site) return { reason: 'This site runs without its database.', since: undefined };
  const { deliveries } = await readHealth(site, KNOWN_MS);
  const { status, since } = healthLine(deliveries, systemClock.now());
  if (status === 'fail') return { reason: 'The database or the storage does not answer.', since };
  return { reason: 'The data did not come in time.', since: undefined };
}
