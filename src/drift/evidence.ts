/** A line of the repository that supports or contradicts a claim. */
export type Evidence = {
  readonly file: string;
  readonly line?: number;
  readonly text?: string;
};
