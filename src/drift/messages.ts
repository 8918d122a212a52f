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
  'symbol-missing': {
    text: ({ target, nearest }) => `No source holds "${target}".${didYouMean(nearest)}`,
    hint: 'Name the symbol as the sources do, or remove it from this page.',
  },
  'symbol-misspelt': {
    text: ({ target, actual, where }) =>
      `No source holds "${target}"; ${where} spells it "${actual}".`,
    hint: 'Correct the spelling on this page.',
  },
  'line-missing': {
    text: ({ target, actual }) => `"${target}" is beyond the end: the file has ${actual}.`,
    hint: 'Point at a line of the file, or at a symbol, which moves with the code.',
  },
  'route-missing': {
    text: ({ target, nearest }) => `No route answers "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the method and path on this page, or restore the route.',
  },
  'route-differs': {
    text: ({ target, actual, where }) => `No route answers "${target}"; ${where} has "${actual}".`,
    hint: 'Write the route as the code declares it.',
  },
  'table-missing': {
    text: ({ target, nearest }) => `The schema has no table "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the name on this page, or add the table in a migration.',
  },
  'table-dropped': {
    text: ({ target, actual, where }) => `The table "${target}" is gone: ${where} has "${actual}".`,
    hint: 'Remove the table from this page, or name the one that took its place.',
  },
  'column-missing': {
    text: ({ target, actual, where, nearest }) =>
      `There is no column "${target}": ${where} has ${actual}.${didYouMean(nearest)}`,
    hint: 'Correct the column on this page, or add it in a migration.',
  },
  'snippet-differs': {
    text: ({ target, actual }) => `${target} does not hold this line of the snippet: ${actual}`,
    hint: 'Quote the file as it is.',
  },
  'contract-differs': {
    text: ({ target, actual, where }) => `${where} contradicts "${target}": ${actual}.`,
    hint: 'Describe the endpoint as its code behaves.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Permanent code of a message. */
export type MessageCode = keyof typeof messages;

/** ` Did you mean "x"?`, or nothing where there is no nearest answer. */
function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
