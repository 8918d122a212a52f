/** Where a command writes, and whether a person is watching. */
export type Output = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
};

/** What a command gets from the process that runs it. */
export type Surroundings = {
  /** The folder in which the command was called. */
  readonly folder: string;
  readonly now: () => Date;
  /** The report. */
  readonly out: Output;
  /** Progress and errors. */
  readonly notes: Output;
};

/** 0: pages and repository agree. 1: they do not. 2: the run itself failed. */
export type ExitCode = 0 | 1 | 2;
