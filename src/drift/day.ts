/** The calendar day a number of days after another; both `YYYY-MM-DD`, which compare as text. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a text is a calendar day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The number of days in `90d`; undefined for any other text. */
export function dayCount(text: string): number | undefined {
  const match = /^([1-9]\d{0,3})d$/.exec(text);
  return match ? Number(match[1]) : undefined;
}
