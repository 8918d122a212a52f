-- Tenants, who belongs to them, and the functions every policy asks.

create type public.tenant_role as enum ('owner', 'admin', 'member');
create type public.tenant_status as enum ('active', 'suspended', 'closed');

create table public.tenants (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null check (length(name) between 1 and 120),
  status public.tenant_status not null default 'active',
  created_at timestamptz not null default now()
);

create table public.tenant_memberships (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.tenant_role not null default 'member',
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);

create index tenant_memberships_user_id_idx on public.tenant_memberships (user_id);

create table public.system_admins (
  user_id uuid primary key references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);

-- Security definer: the answer must not depend on the policies that ask for it.
create function public.is_system_admin() returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(auth.jwt() -> 'app_metadata' ->> 'role', '') = 'system_admin'
    or exists (select from public.system_admins where user_id = auth.uid());
$$;

create function public.is_tenant_member(p_tenant uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.tenant_memberships
    where tenant_id = p_tenant and user_id = auth.uid()
  );
$$;

create function public.is_tenant_admin(p_tenant uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.tenant_memberships
    where tenant_id = p_tenant and user_id = auth.uid() and role in ('owner', 'admin')
  );
$$;

create function public.is_tenant_owner(p_tenant uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.tenant_memberships
    where tenant_id = p_tenant and user_id = auth.uid() and role = 'owner'
  );
$$;

-- For policies that filter many rows: `in (select …)` asks once, a call per row asks each time.
create function public.member_tenants() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select tenant_id from public.tenant_memberships where user_id = auth.uid();
$$;

create function public.administered_tenants() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select tenant_id from public.tenant_memberships
  where user_id = auth.uid() and role in ('owner', 'admin');
$$;

revoke all on function
  public.is_system_admin(),
  public.is_tenant_member(uuid),
  public.is_tenant_admin(uuid),
  public.is_tenant_owner(uuid),
  public.member_tenants(),
  public.administered_tenants()
from public, anon, authenticated, service_role;
grant execute on function
  public.is_system_admin(),
  public.is_tenant_member(uuid),
  public.is_tenant_admin(uuid),
  public.is_tenant_owner(uuid),
  public.member_tenants(),
  public.administered_tenants()
to authenticated, service_role;

alter table public.tenants enable row level security;
alter table public.tenant_memberships enable row level security;
alter table public.system_admins enable row level security;

-- A hosted project grants everything on a new table to its API roles.
revoke all on public.tenants, public.tenant_memberships, public.system_admins
from anon, authenticated, service_role;
grant select, insert, update on public.tenants to authenticated;
grant select, insert, update, delete on public.tenant_memberships to authenticated;
grant select on public.system_admins to authenticated;
-- Nobody deletes a tenant: it is closed, and its audit log stays.
grant select, insert, update on public.tenants to service_role;
grant select, insert, update, delete
on public.tenant_memberships, public.system_admins to service_role;

create policy "Members and system admins see a tenant" on public.tenants
for select to authenticated
using ((select public.is_system_admin()) or id in (select public.member_tenants()));

create policy "System admins add tenants" on public.tenants
for insert to authenticated
with check ((select public.is_system_admin()));

create policy "System admins change tenants" on public.tenants
for update to authenticated
using ((select public.is_system_admin()))
with check ((select public.is_system_admin()));

create policy "Members and system admins see who belongs" on public.tenant_memberships
for select to authenticated
using ((select public.is_system_admin()) or tenant_id in (select public.member_tenants()));

create policy "Owners and system admins add members" on public.tenant_memberships
for insert to authenticated
with check ((select public.is_system_admin()) or public.is_tenant_owner(tenant_id));

create policy "Owners and system admins change roles" on public.tenant_memberships
for update to authenticated
using ((select public.is_system_admin()) or public.is_tenant_owner(tenant_id))
with check ((select public.is_system_admin()) or public.is_tenant_owner(tenant_id));

create policy "Owners and system admins remove members" on public.tenant_memberships
for delete to authenticated
using ((select public.is_system_admin()) or public.is_tenant_owner(tenant_id));

create policy "System admins see system admins" on public.system_admins
for select to authenticated
using ((select public.is_system_admin()) or user_id = (select auth.uid()));
