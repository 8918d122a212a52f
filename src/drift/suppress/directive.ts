import { isDay } from '#drift/day.ts';

/** What a suppression says, in a page or in the configuration. */
export type Suppression = {
  readonly page: string;
  /** Where the suppression itself stands; undefined for one of the configuration. */
  readonly at?: { readonly line: number; readonly column: number };
  /** Lines of the page it covers; undefined for the whole page. */
  readonly lines?: { readonly from: number; readonly to: number };
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  readonly reason: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  readonly until?: string | undefined;
};

/** What stands in the comment of a page, before anybody knows which lines it covers. */
export type Directive =
  | {
      readonly status: 'read';
      readonly reason: string;
      readonly until?: string;
      readonly kind?: string;
    }
  | { readonly status: 'malformed'; readonly problem: string };

const name = 'holdfast-ignore-next';
const keys = /(?:^|\s)(reason|until|kind):/g;

/** Reads `holdfast-ignore-next reason: … until: 2027-01-01`; undefined for any other comment. */
export function readDirective(comment: string): Directive | undefined {
  const text = comment.trim();
  if (!text.startsWith(name)) return undefined;
  const fields = fieldsOf(text.slice(name.length));
  const { reason, until, kind } = fields;
  if (!reason) return { status: 'malformed', problem: 'it gives no reason' };
  if (until !== undefined && !isDay(until)) {
    return { status: 'malformed', problem: `"${until}" is not a day such as 2027-01-01` };
  }
  return {
    status: 'read',
    reason,
    ...(until !== undefined && { until }),
    ...(kind !== undefined && { kind }),
  };
}

function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  const found = [...text.matchAll(keys)];
  return Object.fromEntries(
    found.map((match, at) => {
      const end = found[at + 1]?.index ?? text.length;
      return [match[1] ?? '', text.slice(match.index + match[0].length, end).trim()];
    }),
  );
}
