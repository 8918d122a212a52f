import { expect, test } from 'vitest';
import { decide } from '#auth/audit-log-access.ts';
import type { SignedIn } from '#auth/visitor.ts';
import type { Tenant } from '#supabase/queries/tenants.ts';

const visitor: SignedIn = {
  status: 'signed-in',
  id: 'u',
  email: 'u@ops.test',
  isSystemAdmin: false,
};
const admin: SignedIn = { ...visitor, isSystemAdmin: true };

function seen(role: Tenant['role']) {
  return { status: 'read' as const, value: [{ id: 't', slug: 'acme', name: 'Acme', role }] };
}
const unseen = { status: 'read' as const, value: [] };

test.for([
  ['an owner', visitor, seen('owner'), 'allowed'],
  ['an admin', visitor, seen('admin'), 'allowed'],
  ['a member', visitor, seen('member'), 'forbidden'],
  ['a user who sees the tenant without a role', visitor, seen(null), 'forbidden'],
  ['a user who does not see the tenant', visitor, unseen, 'not-found'],
  ['a user whom the database refuses', visitor, { status: 'refused' }, 'not-found'],
  ['a system admin', admin, seen(null), 'allowed'],
  ['a system admin who asks for no tenant', admin, unseen, 'not-found'],
  ['anybody while the database is away', admin, { status: 'failed', cause: null }, 'unavailable'],
] as const)('%s', ([, who, found, access]) => {
  const result = found.status === 'read' ? { ...found, value: [...found.value] } : found;
  expect(decide(who, result).access).toBe(access);
});
