/** A place in a tracked file. */
export type Place = { readonly file: string; readonly offset: number };

/** A table or view as the repository defines it; names in lower case. */
export type Table = {
  readonly name: string;
  readonly place: Place;
  readonly columns: ReadonlyMap<string, Place>;
  /** Columns that a migration dropped or renamed. */
  readonly dropped: ReadonlyMap<string, Place>;
  /** Its columns are not all known: made by a query, inherited, or in SQL that does not parse. */
  readonly isOpen: boolean;
};
