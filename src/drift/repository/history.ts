/** What took a path away: a commit with its day, or a change that is not committed yet. */
export type Removal = {
  readonly commit?: string;
  /** Author date, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Where the file went, followed to its present path; absent when it was deleted. */
  readonly movedTo?: string;
};

/** Did the sources hold `word` when `line` of `page` was written? */
export type WordQuestion = {
  readonly page: string;
  readonly line: number;
  readonly word: string;
  /** Only program code counts: the word is an identifier. */
  readonly isIdentifier: boolean;
  /** Only these JSON files count, of which the word is a key. */
  readonly keyIn?: readonly string[];
};

/** The revision in which the word stood, and where. */
export type WordLoss = {
  readonly commit: string;
  readonly date: string;
  readonly file: string;
  readonly line: number;
};

/** What the past says. Lazy: nothing is read before the first question. */
export type History = {
  /** False for a shallow clone, or no git history at all: absence then proves nothing. */
  readonly isComplete: boolean;
  /** The last removal of a file or folder that is not in the tree. */
  readonly removalOf: (path: string) => Removal | undefined;
  /** Paths that history removed and whose last segment is `name`. */
  readonly removedNamed: (name: string) => readonly string[];
  /** Folders that history removed whole and whose last segment is `name`. */
  readonly removedFoldersNamed: (name: string) => readonly string[];
  /** Every path that history removed; some are there again. */
  readonly removedPaths: () => Iterable<string>;
  /** Announces a page whose lines will be asked about, so that it is read early and with others. */
  readonly expectQuestions: (page: string) => void;
  /**
   * The day since which a line of a page has its words, undefined where git cannot tell. Who changes
   * marks alone, such as a bullet, writes no new line.
   */
  readonly writtenOn: (page: string, line: number) => string | undefined;
  /** For each question, where the sources held the word when the page's line was written. */
  readonly wordsLost: (questions: readonly WordQuestion[]) => readonly (WordLoss | undefined)[];
};

/**
 * Whether a removal came on the day on which a line was written, or after it. What is not committed
 * yet is newer than every line.
 */
export function isSince({ date }: Removal, writtenOn: string | undefined): boolean {
  return date === undefined || (writtenOn !== undefined && date >= writtenOn);
}

/** The same, but not on the very day, when the line may tell of it. */
export function isLaterThan(removal: Removal, writtenOn: string | undefined): boolean {
  return isSince(removal, writtenOn) && removal.date !== writtenOn;
}

/** A history that knows nothing: an unborn branch, or a folder outside git. */
export const noHistory: History = {
  isComplete: false,
  removalOf: () => undefined,
  removedNamed: () => [],
  removedFoldersNamed: () => [],
  removedPaths: () => [],
  expectQuestions: () => undefined,
  writtenOn: () => undefined,
  wordsLost: (questions) => questions.map(() => undefined),
};
