import type { Report } from '#drift/check.ts';

/** What a reporter may ask of the run that calls it. */
export type ReporterOptions = {
  /** Which claims are listed: those that do not hold, or all. Totals count all either way. */
  readonly list: 'findings' | 'all';
  /** `terminal` for colours. */
  readonly target: 'terminal' | 'plain';
  /** Path of the checked root below the folder that annotations count from; '' where they agree. */
  readonly prefix: string;
  /** The text of a page, for suggestions that replace whole lines. */
  readonly readPage: (path: string) => string | undefined;
};

/** Turns a report into the text of one format, with a line feed at its end. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
