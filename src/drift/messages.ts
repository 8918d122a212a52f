/** What a message may name: the target, the nearest right answer, and what the repository says. */
export type MessageFacts = {
  readonly target: string;
  readonly nearest?: string;
  readonly actual?: string;
  /** Where the contradicting line is, as `file:line`. */
  readonly where?: string;
};

type Message = {
  readonly text: (facts: MessageFacts) => string;
  /** What to do about it. */
  readonly hint: string;
};

/** Every finding code with its text. Codes are permanent; texts may change. */
export const messages = {
  'path-missing': {
    text: ({ target, nearest }) => `No file or folder "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the path on this page, or restore the file.',
  },
  'link-missing': {
    text: ({ target, nearest }) =>
      `The link leads to "${target}", which is not there.${didYouMean(nearest)}`,
    hint: 'Point the link at a file of this repository.',
  },
  'fragment-missing': {
    text: ({ target, nearest }) => `No heading or id for "${target}".${didYouMean(nearest)}`,
    hint: 'Use the slug of a heading of the linked page.',
  },
  'tree-missing': {
    text: ({ target, nearest }) =>
      `The tree shows "${target}", which is not there.${didYouMean(nearest)}`,
    hint: 'Remove the entry from the tree, or restore the file.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Permanent code of a message. */
export type MessageCode = keyof typeof messages;

/** ` Did you mean "x"?`, or nothing where there is no nearest answer. */
function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
