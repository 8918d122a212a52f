import type { Mention, MentionForm } from '#drift/claims/mention.ts';
import type { Evidence } from '#drift/evidence.ts';
import type { MessageCode } from '#drift/messages.ts';
import type { Repository } from '#drift/repository/repository.ts';

/** The kinds of statement that are checked, in the words of the reports. */
export type Kind =
  | 'path'
  | 'link'
  | 'fragment'
  | 'tree'
  | 'script'
  | 'command'
  | 'workflow'
  | 'env'
  | 'route'
  | 'table'
  | 'column'
  | 'symbol'
  | 'version'
  | 'snippet'
  | 'count'
  | 'contract'
  | 'external'
  | 'review'
  | 'suppression';

/** What an anchor says of its target in the index; no word about history, wording or status. */
export type Resolution =
  | { readonly status: 'found'; readonly evidence: Evidence; readonly note?: string }
  | {
      readonly status: 'missing';
      /** Code of the message catalogue, such as `script-missing`. */
      readonly code: MessageCode;
      /** The target in full, as the message names it. */
      readonly target: string;
      /** The nearest right answer, as the page would write it. */
      readonly nearest?: string;
      /** Repository paths whose removal in history is the receipt. */
      readonly places: readonly string[];
      /** The line where the target would stand, such as `scripts` in package.json. */
      readonly evidence?: Evidence;
      /**
       * `stated`: the form leaves no doubt that the page claims it exists here.
       * `guessed`: only a receipt from history makes it drift; otherwise it is unproven.
       */
      readonly strength: 'stated' | 'guessed';
      /** Word to look for in the sources of the revision that wrote the line: the other receipt. */
      readonly word?: string;
      /** JSON files of which the word was a key: only they count. */
      readonly keyIn?: readonly string[];
      /** Text that certainly replaces the claim's text. */
      readonly fix?: string;
    }
  | {
      readonly status: 'contradicted';
      readonly code: MessageCode;
      readonly target: string;
      /** What the repository says instead, as the message quotes it. */
      readonly actual: string;
      readonly evidence: Evidence;
      readonly nearest?: string;
      readonly fix?: string;
    }
  | { readonly status: 'unknown'; readonly reason: string };

/** What an anchor says of a target that is not in the index. */
export type Missing = Extract<Resolution, { status: 'missing' }>;

/** One target that a mention names: its text as it stands on the page, and where in the mention. */
export type Target = {
  readonly text: string;
  /** Offset of `text` in the mention's text. */
  readonly start: number;
};

/** A target of a mention with its resolution. */
export type Examined = Target & { readonly resolution: Resolution };

/** One kind of statement: which targets a mention names, and whether each holds in the index. */
export type Anchor = {
  readonly kind: Kind;
  /** The forms of mention that it reads; it says nothing of others. */
  readonly forms: readonly MentionForm[];
  readonly examine: (mention: Mention, repository: Repository) => readonly Examined[];
};

const nothing: readonly never[] = [];

/** Declares an anchor from its two halves: recognising targets in text, and resolving them. */
export function defineAnchor<T extends Target>(definition: {
  readonly kind: Kind;
  readonly forms: readonly MentionForm[];
  /** Targets by form and context; asks the repository only what the text cannot tell. */
  readonly recognise: (mention: Mention, repository: Repository) => readonly T[];
  readonly resolve: (target: T, repository: Repository, mention: Mention) => Resolution;
}): Anchor {
  const { kind, forms, recognise, resolve } = definition;
  return {
    kind,
    forms,
    examine: (mention, repository) => {
      const targets = forms.includes(mention.form) ? recognise(mention, repository) : nothing;
      // Most mentions are no target of most kinds: for them nothing is built.
      if (targets.length === 0) return nothing;
      return targets.map((target) => ({
        text: target.text,
        start: target.start,
        resolution: resolve(target, repository, mention),
      }));
    },
  };
}
