const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "8 s", "4 min", "3 h", "2 d": coarse, because an age is read at a glance. */
export function formatAge(ageMs: number): string {
  if (ageMs < MINUTE_MS) return `${Math.max(0, Math.round(ageMs / 1000))} s`;
  if (ageMs < HOUR_MS) return `${Math.round(ageMs / MINUTE_MS)} min`;
  if (ageMs < DAY_MS) return `${Math.round(ageMs / HOUR_MS)} h`;
  return `${Math.round(ageMs / DAY_MS)} d`;
}

/** "23 Nov, 14:02:07 UTC": everybody on call reads the same clock. */
export function formatMoment(moment: string): string {
  const [day = '', time = ''] = new Date(moment)
    .toUTCString()
    .slice(5)
    .split(/ \d{4} /);
  return `${day.replace(/^0/, '')}, ${time.replace(' GMT', ' UTC')}`;
}
