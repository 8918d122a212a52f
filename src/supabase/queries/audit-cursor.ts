import { z } from 'zod';

/** The last entry of a page: the page after it starts there. */
export type AuditPosition = { at: string; id: number };

const Position = z
  .tuple([z.iso.datetime({ offset: true }), z.number().int().positive()])
  .transform(([at, id]) => ({ at, id }));

/** An opaque name for a position, safe in a query string. */
export function encodeCursor({ at, id }: AuditPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** The position that a cursor names, or `null` for anything this site did not hand out. */
export function decodeCursor(cursor: string): AuditPosition | null {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Position.safeParse(decoded).data ?? null;
  } catch {
    return null;
  }
}
