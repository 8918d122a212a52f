-- What the product and the checks observe: errors, page views, media, readings.

create type public.error_level as enum ('warning', 'error', 'fatal');
create type public.reading_status as enum ('pass', 'warn', 'fail', 'unknown');

-- A row without a tenant belongs to the platform: only system admins see it.
create table public.error_tracking (
  id bigint generated always as identity primary key,
  tenant_id uuid references public.tenants (id) on delete cascade,
  occurred_at timestamptz not null default now(),
  level public.error_level not null default 'error',
  message text not null check (length(message) <= 4000),
  route text,
  fingerprint text not null,
  user_id uuid references auth.users (id) on delete set null
);

create index error_tracking_occurred_at_idx on public.error_tracking (occurred_at desc);
create index error_tracking_tenant_id_idx on public.error_tracking (tenant_id, occurred_at desc);
create index error_tracking_fingerprint_idx on public.error_tracking (fingerprint, occurred_at desc);
create index error_tracking_user_id_idx on public.error_tracking (user_id);

create table public.page_views (
  id bigint generated always as identity primary key,
  tenant_id uuid references public.tenants (id) on delete cascade,
  viewed_at timestamptz not null default now(),
  path text not null check (length(path) <= 2000),
  duration_ms integer not null check (duration_ms >= 0),
  user_id uuid references auth.users (id) on delete set null,
  session_id uuid not null
);

create index page_views_viewed_at_idx on public.page_views (viewed_at desc) include (duration_ms, user_id);
create index page_views_tenant_id_idx on public.page_views (tenant_id, viewed_at desc);
create index page_views_user_id_idx on public.page_views (user_id);

create table public.media (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  bucket text not null default 'media',
  path text not null check (path <> ''),
  bytes bigint not null check (bytes >= 0),
  mime_type text not null,
  uploaded_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (bucket, path)
);

create index media_tenant_id_idx on public.media (tenant_id, created_at desc);
create index media_uploaded_by_idx on public.media (uploaded_by);

create table public.check_readings (
  id bigint generated always as identity primary key,
  check_name text not null check (length(check_name) between 1 and 100),
  status public.reading_status not null,
  value jsonb,
  reason text,
  duration_ms integer not null check (duration_ms >= 0),
  read_at timestamptz not null default now(),
  replica text not null
);

create index check_readings_latest_idx on public.check_readings (check_name, read_at desc, id desc);

-- One replica at a time runs a check; the others wait for its reading.
create table public.check_leases (
  check_name text primary key check (length(check_name) between 1 and 100),
  holder text not null,
  expires_at timestamptz not null
);

-- True when p_holder now holds the lease; the database's clock decides for all replicas.
create function public.take_check_lease(p_check_name text, p_holder text, p_ttl_ms integer)
returns boolean
language sql volatile set search_path = '' as $$
  with taken as (
    insert into public.check_leases as lease (check_name, holder, expires_at)
    values (
      p_check_name, p_holder,
      clock_timestamp() + least(greatest(p_ttl_ms, 1), 600000) * interval '1 millisecond'
    )
    on conflict (check_name) do update
      set holder = excluded.holder, expires_at = excluded.expires_at
      where lease.expires_at <= clock_timestamp() or lease.holder = excluded.holder
    returning 1
  )
  select exists (select from taken);
$$;

create function public.release_check_lease(p_check_name text, p_holder text) returns void
language sql volatile set search_path = '' as $$
  delete from public.check_leases where check_name = p_check_name and holder = p_holder;
$$;

revoke all on function
  public.take_check_lease(text, text, integer),
  public.release_check_lease(text, text)
from public, anon, authenticated, service_role;
grant execute on function
  public.take_check_lease(text, text, integer),
  public.release_check_lease(text, text)
to service_role;

alter table public.error_tracking enable row level security;
alter table public.page_views enable row level security;
alter table public.media enable row level security;
alter table public.check_readings enable row level security;
alter table public.check_leases enable row level security;

revoke all on
  public.error_tracking, public.page_views, public.media,
  public.check_readings, public.check_leases
from anon, authenticated, service_role;
grant select on public.error_tracking, public.page_views, public.check_readings to authenticated;
grant select, insert, delete on public.media to authenticated;
grant select, insert, update, delete on
  public.error_tracking, public.page_views, public.media,
  public.check_readings, public.check_leases
to service_role;

create policy "Tenant admins and system admins see errors" on public.error_tracking
for select to authenticated
using ((select public.is_system_admin()) or tenant_id in (select public.administered_tenants()));

create policy "Tenant admins and system admins see page views" on public.page_views
for select to authenticated
using ((select public.is_system_admin()) or tenant_id in (select public.administered_tenants()));

create policy "Members and system admins see media" on public.media
for select to authenticated
using ((select public.is_system_admin()) or tenant_id in (select public.member_tenants()));

create policy "Members add media in their own name" on public.media
for insert to authenticated
with check (uploaded_by = (select auth.uid()) and public.is_tenant_member(tenant_id));

create policy "Uploaders and tenant admins remove media" on public.media
for delete to authenticated
using (
  (uploaded_by = (select auth.uid()) and public.is_tenant_member(tenant_id))
  or public.is_tenant_admin(tenant_id)
);

create policy "System admins see readings" on public.check_readings
for select to authenticated
using ((select public.is_system_admin()));
