import type { RangeVar } from '@pgsql/types';

/** The fields of a node; none of a list or a value. */
export function entriesOf(node: unknown): readonly [string, unknown][] {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
    ? Object.entries(node)
    : [];
}

/** One field of a node. */
export function field(node: unknown, name: string): unknown {
  return entriesOf(node).find(([key]) => key === name)?.[1];
}

/** A list of nodes; empty for anything else. */
export function listOf(node: unknown): readonly unknown[] {
  return Array.isArray(node) ? node : [];
}

/** A name as PostgreSQL folds it; empty for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

/** The table that a `RangeVar` names. */
export function rangeVar(
  node: unknown,
): Pick<RangeVar, 'relname' | 'schemaname' | 'location' | 'alias'> {
  const schemaname = field(node, 'schemaname');
  const aliasname = text(field(field(node, 'alias'), 'aliasname'));
  return {
    relname: text(field(node, 'relname')),
    location: Number(field(node, 'location') ?? 0),
    ...(typeof schemaname === 'string' && { schemaname }),
    ...(aliasname !== '' && { alias: { aliasname } }),
  };
}
