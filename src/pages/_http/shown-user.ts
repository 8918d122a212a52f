import type { Visitor } from '#auth/visitor.ts';

/** Who is signed in, for the bar of the page; nothing for anybody else. */
export function shownUser(visitor: Visitor | null): { email: string; role?: string } | undefined {
  if (visitor?.status !== 'signed-in') return undefined;
  const { email, isSystemAdmin } = visitor;
  return isSystemAdmin ? { email, role: 'System admin' } : { email };
}
