/** How a mention stands on the page. */
export type MentionForm =
  | 'inline-code'
  | 'link'
  | 'image'
  | 'html-attribute'
  | 'fence'
  | 'prose'
  | 'component';

/** A heading above a mention, outermost first. */
export type Heading = { readonly depth: number; readonly text: string; readonly slug: string };

/** The code block a mention is, or stands in. `intro` is the block of prose just before it. */
export type Fence = {
  readonly language: string;
  readonly meta: string;
  readonly intro: string;
};

/** The table cell a mention stands in: its column's header, the header row, and its row. */
export type Cell = {
  readonly header: string;
  readonly headers: readonly string[];
  readonly row: readonly string[];
};

/** The numbered list in one of whose items a mention stands: the text of each, and which it is. */
export type NumberedList = { readonly items: readonly string[]; readonly at: number };

/** What surrounds a mention. All texts are plain, with code spans kept in back-ticks. */
export type Context = {
  readonly headings: readonly Heading[];
  /** The paragraph, list item, heading or table row that holds the mention. */
  readonly block: string;
  /** The text of the sentence before and after the mention. */
  readonly before: string;
  readonly after: string;
  /** The paragraph that introduces the list, table or fence; '' elsewhere. */
  readonly intro: string;
  /** The text of the item above, for a mention in a nested list; '' elsewhere. */
  readonly parentItem: string;
  readonly cell?: Cell;
  readonly list?: NumberedList;
  readonly fence?: Fence;
  /** The beginning of the text below, for a mention in a heading; '' elsewhere. */
  readonly below: string;
  /** Labels in the block that are the names of pages: "[Removed features](removed-features.md)". */
  readonly titles?: readonly string[];
  /** The label, for a link or an image. */
  readonly label?: string;
  /** Inside `~~…~~` or `<del>`. */
  readonly isStruck: boolean;
  /** Inside a task of a list, ticked off (`- [x] …`) or not. */
  readonly task?: 'done' | 'open';
  /** The blockquote or admonition type it stands in, such as `quote`. */
  readonly isQuoted: boolean;
};

/**
 * A place where a page may refer to something in the repository: a code span, a link, a whole
 * fence, a sentence. A mention is syntax only; an anchor decides whether it claims anything.
 */
export type Mention = {
  readonly form: MentionForm;
  /** The code span's value, the link's URL, the fence's body, the sentence. */
  readonly text: string;
  /** Repository path of the page. */
  readonly page: string;
  /** 1-based line and column of the first character of `text`. */
  readonly line: number;
  readonly column: number;
  /** Offset of `text` in the page, in UTF-16 units; -1 where the source text differs from `text`. */
  readonly offset: number;
  readonly context: Context;
  /** Name of the component, for `component` mentions such as `<Claim>`. */
  readonly name?: string;
  /** Attributes of the component, as far as they are plain strings. */
  readonly attributes?: Readonly<Record<string, string>>;
};
