// Over 200 lines: the texts of all findings stand in one catalogue.
/** What a message may name: the target, the nearest right answer, and what the repository says. */
export type MessageFacts = {
  readonly target: string;
  readonly nearest?: string;
  readonly actual?: string;
  /** Where the contradicting line is, as `file:line`; undefined where what it stood in is gone. */
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
      `There is no column "${target}"${actual ? `: ${where} has ${actual}` : ''}.${didYouMean(nearest)}`,
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
  'external-expired': {
    text: ({ target, actual }) => `Nobody has confirmed "${target}" since it expired on ${actual}.`,
    hint: 'Ask the owner to look again, then write the day into "validated".',
  },
  'external-own-source': {
    text: ({ target, actual }) => `"${target}" names this repository as its source: ${actual}.`,
    hint: 'Name a source outside of the repository, or claim the file itself.',
  },
  'external-malformed': {
    text: ({ target, actual }) => `The external fact "${target}" is incomplete: ${actual}.`,
    hint: 'Give owner="@handle", validated="2026-11-01", every="90d" and as source the address of the proof.',
  },
  'claim-malformed': {
    text: ({ target, actual }) => `The declared claim "${target}" cannot be read: ${actual}.`,
    hint: 'Give kind="…" and target="…" as that kind writes it.',
  },
  'suppression-unused': {
    text: ({ target }) => `Nothing is left to suppress: ${target}.`,
    hint: 'Remove the suppression.',
  },
  'suppression-expired': {
    text: ({ target, actual }) => `The suppression ended on ${actual}: ${target}.`,
    hint: 'Correct the page, or decide again until when the finding may stand.',
  },
  'suppression-malformed': {
    text: ({ target, actual }) => `The suppression cannot be read: ${actual}. It says: ${target}`,
    hint: 'Write "holdfast-ignore-next reason: why it may stand until: 2027-01-01".',
  },
  'review-due': {
    text: ({ target, actual }) => `The review of this page (${target}) was due on ${actual}.`,
    hint: 'Read the page, correct it, and write the day into "lastReviewed".',
  },
  'review-overdue': {
    text: ({ target, actual }) =>
      `The review of this page (${target}) was due on ${actual}, and the time of grace is over.`,
    hint: 'Read the page, correct it, and write the day into "lastReviewed".',
  },
  'kind-silent': {
    text: ({ target, actual }) => `No ${target} claim was found, where there were ${actual}.`,
    hint: 'Find out why the check is blind there, or record the change with --prune.',
  },
  'script-missing': {
    text: ({ target, nearest }) =>
      `No package.json has a script "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the command on this page, or add the script.',
  },
  'script-broken': {
    text: ({ target, actual, where }) =>
      `The script "${target}" cannot run: ${where} calls ${actual}, which is not there.`,
    hint: 'Correct the script, or remove it from this page.',
  },
  'script-in-workspace': {
    text: ({ target, nearest, where }) =>
      `The script "${target}" is not where this page runs it; ${where ?? 'another package'} has it.${didYouMean(nearest)}`,
    hint: 'Name the workspace in the command, or say in which folder to run it.',
  },
  'script-verb': {
    text: ({ target, actual, where }) =>
      `npm has no command "${target}"; ${where} is run by "${actual}".`,
    hint: 'Run scripts with "npm run".',
  },
  'workspace-missing': {
    text: ({ target, nearest }) => `No workspace is called "${target}".${didYouMean(nearest)}`,
    hint: 'Name the workspace as its package.json does.',
  },
  'command-missing': {
    text: ({ target, nearest }) =>
      `The command needs "${target}", which is not there.${didYouMean(nearest)}`,
    hint: 'Correct the command on this page, or restore the file.',
  },
  'task-missing': {
    text: ({ target, nearest, where }) =>
      `${where === undefined ? 'No task file declares' : `${where} declares no`} "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the command on this page, or add the target.',
  },
  'workflow-missing': {
    text: ({ target, nearest }) => `No workflow "${target}".${didYouMean(nearest)}`,
    hint: 'Name the workflow by its file or its name.',
  },
  'job-missing': {
    text: ({ target, nearest }) => `No workflow has a job "${target}".${didYouMean(nearest)}`,
    hint: 'Name the job as the workflow does.',
  },
  'step-missing': {
    text: ({ target, nearest, where }) =>
      `${where ?? 'The workflow'} has no step "${target}".${didYouMean(nearest)}`,
    hint: 'List the steps that the workflow runs.',
  },
  'step-order': {
    text: ({ target, actual, where }) =>
      `"${target}" runs in another order: ${where} has ${actual}.`,
    hint: 'List the steps in the order in which the workflow runs them.',
  },
  'step-env-differs': {
    text: ({ target, actual, where }) => `The step is not given ${target}; ${where} has ${actual}.`,
    hint: 'State the variable as the workflow sets it.',
  },
  'trigger-differs': {
    text: ({ target, actual, where }) =>
      `The workflow does not run on "${target}"; ${where} says ${actual}.`,
    hint: 'Say when the workflow runs as its "on" section does.',
  },
  'env-missing': {
    text: ({ target, nearest }) => `No source names "${target}".${didYouMean(nearest)}`,
    hint: 'Correct the name of the variable, or remove it from this page.',
  },
  'version-differs': {
    text: ({ target, actual, where }) => `The page says ${target}; ${where} says ${actual}.`,
    hint: 'State the version that the repository asks for.',
  },
  'count-differs': {
    text: ({ target, actual, where }) => `The page says ${target}; ${where} has ${actual}.`,
    hint: 'Correct the number, or leave it out.',
  },
  'denied-but-there': {
    text: ({ target }) => `The page says that there is none, but "${target}" is there.`,
    hint: 'Correct the sentence, or remove what it says is not there.',
  },
  'broken-by-change': {
    text: ({ target, where, actual }) =>
      `"${target}" held${where === undefined ? '' : ` by ${where}`} at ${actual}, and does not any more.`,
    hint: 'Correct the page in the same change, or keep what it names.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Permanent code of a message. */
export type MessageCode = keyof typeof messages;

/** ` Did you mean "x"?`, or nothing where there is no nearest answer. */
function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
