/** A point in a page: 1-based line and column, 0-based offset in UTF-16 units. */
export type Point = {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
};

/** An mdast node as Sätteri and remark both make it, reduced to what the check reads. */
export type MarkdownNode = {
  readonly type: string;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
  readonly children?: readonly MarkdownNode[] | undefined;
  readonly value?: string | null | undefined;
  readonly url?: string | undefined;
  readonly alt?: string | null | undefined;
  readonly depth?: number | undefined;
  /** Whether a list is numbered. */
  readonly ordered?: boolean | null | undefined;
  /** Of a list item that is a task. */
  readonly checked?: boolean | null | undefined;
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
  readonly identifier?: string | undefined;
  readonly label?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** A list on JSX; a record on a directive, which the check does not read. */
  readonly attributes?: readonly MarkdownAttribute[] | DirectiveAttributes | null | undefined;
};

type DirectiveAttributes = Readonly<Record<string, string | null | undefined>>;

/** An attribute of a JSX element; `value` is an object where it is an expression. */
export type MarkdownAttribute = {
  readonly type: string;
  readonly name?: string | undefined;
  readonly value?: unknown;
};

/** Offset of a node's first character; 0 where the parser gave none. */
export function startOf(node: MarkdownNode): number {
  return node.position?.start.offset ?? 0;
}

/** Offset behind a node's last character; 0 where the parser gave none. */
export function endOf(node: MarkdownNode): number {
  return node.position?.end.offset ?? 0;
}

/** The attributes of a JSX element; none for any other node. */
export function attributesOf({ attributes }: MarkdownNode): readonly MarkdownAttribute[] {
  return isList(attributes) ? attributes : [];
}

function isList(
  attributes: MarkdownNode['attributes'],
): attributes is readonly MarkdownAttribute[] {
  return Array.isArray(attributes);
}
