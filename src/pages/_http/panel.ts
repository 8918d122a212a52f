import { systemClock } from '#live/clock.ts';
import { withDeadline } from '#live/deadline.ts';
import { healthLine } from '#live/health-line.ts';
import { readHealth } from './health.ts';
import { report } from './report.ts';
import { openSite } from './site.ts';

/** Leaves time to render within a second: a page must not wait for a database that hangs. */
export const PANEL_MS = 700;
const KNOWN_MS = 50;

/** A panel without its data: why, and since when if that is known. */
export type Unavailable = { state: 'unavailable'; reason: string; since: string | undefined };

/** What a panel shows, or why it shows nothing, in under a second. */
export async function readInTime<Panel>(read: () => Promise<Panel>): Promise<Panel | Unavailable> {
  const ended = await withDeadline({ clock: systemClock, timeoutMs: PANEL_MS }, read);
  if (ended.ended === 'answered') return ended.value;
  if (ended.ended === 'crashed') report('a panel', ended.error);
  return describeOutage();
}

/** What is known, without another wait, about why data does not come. */
export async function describeOutage(): Promise<Unavailable> {
  const site = openSite();
  if (!site) return unavailable('This site runs without its database.');
  const { deliveries } = await readHealth(site, KNOWN_MS);
  const { status, since } = healthLine(deliveries, systemClock.now());
  if (status !== 'fail') return unavailable('The data did not come in time.');
  return unavailable('The database or the storage does not answer.', since);
}

function unavailable(reason: string, since?: string): Unavailable {
  return { state: 'unavailable', reason, since };
}
