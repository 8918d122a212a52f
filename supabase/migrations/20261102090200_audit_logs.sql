-- The audit log: append-only for everyone, and chained so that a change by force shows.

create table public.tenant_audit_logs (
  id bigint generated always as identity primary key,
  -- No cascade: a tenant with a log is closed, not deleted.
  tenant_id uuid not null references public.tenants (id),
  occurred_at timestamptz not null default now(),
  -- No foreign key: deleting a user must not rewrite what the user did.
  actor_id uuid,
  actor_email text,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  resource_type text not null check (resource_type <> ''),
  resource_id text,
  details jsonb not null default '{}',
  ip inet,
  -- The trigger fills both; the defaults keep them out of what a caller must send.
  prev_hash bytea not null default '',
  hash bytea not null default '',
  -- Two entries can never follow the same one: the chain cannot fork.
  unique (tenant_id, prev_hash)
);

create index tenant_audit_logs_chain_idx on public.tenant_audit_logs (tenant_id, id desc);
create index tenant_audit_logs_page_idx
on public.tenant_audit_logs (tenant_id, occurred_at desc, id desc);
create index tenant_audit_logs_action_idx
on public.tenant_audit_logs (tenant_id, action, occurred_at desc, id desc);

-- SHA-256 over the previous hash and every column; epoch seconds keep the time zone out.
-- Two arguments, because a function of one row would become a column of the API.
create function public.audit_log_hash(p_prev_hash bytea, p_entry public.tenant_audit_logs)
returns bytea
language sql stable set search_path = '' as $$
  select sha256(p_prev_hash || convert_to(jsonb_build_array(
    p_entry.id, p_entry.tenant_id, extract(epoch from p_entry.occurred_at),
    p_entry.actor_id, p_entry.actor_email, p_entry.action,
    p_entry.resource_type, p_entry.resource_id, p_entry.details, p_entry.ip::text
  )::text, 'UTF8'));
$$;

-- The lock makes one tenant's inserts take turns; the id is drawn inside it, so that ids
-- and chain have the same order.
create function public.chain_audit_log() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('tenant_audit_logs ' || new.tenant_id, 0));
  new.id := nextval('public.tenant_audit_logs_id_seq');
  new.prev_hash := coalesce(
    (
      select hash from public.tenant_audit_logs
      where tenant_id = new.tenant_id order by id desc limit 1
    ),
    decode(repeat('00', 32), 'hex')
  );
  new.hash := public.audit_log_hash(new.prev_hash, new);
  return new;
end;
$$;

create function public.refuse_audit_log_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'tenant_audit_logs is append-only: % is refused', tg_op
    using errcode = '42501', hint = 'Add an entry that corrects the earlier one.';
end;
$$;

create trigger chain_audit_log before insert on public.tenant_audit_logs
for each row execute function public.chain_audit_log();

create trigger refuse_audit_log_change before update or delete or truncate
on public.tenant_audit_logs
for each statement execute function public.refuse_audit_log_change();

-- Also while replaying or restoring with session_replication_role = replica.
alter table public.tenant_audit_logs enable always trigger refuse_audit_log_change;

-- Walks one tenant's chain. A head that was written down earlier and is no longer in the
-- log means that entries were cut off its end.
create function public.verify_audit_chain(p_tenant uuid)
returns table (entries bigint, is_intact boolean, first_broken_id bigint, head text)
language plpgsql stable set search_path = '' as $$
begin
  if row_security_active('public.tenant_audit_logs')
    and not (public.is_system_admin() or public.is_tenant_admin(p_tenant)) then
    raise exception 'only an admin of the tenant or a system admin may verify its audit log'
      using errcode = '42501';
  end if;
  return query
  with chain as (
    select
      entry.id, entry.hash,
      entry.prev_hash = lag(entry.hash, 1, decode(repeat('00', 32), 'hex')) over (order by entry.id)
      and entry.hash = public.audit_log_hash(entry.prev_hash, entry) as holds
    from public.tenant_audit_logs as entry
    where entry.tenant_id = p_tenant
  )
  select
    count(*), coalesce(bool_and(holds), true), min(chain.id) filter (where not holds),
    (select encode(last.hash, 'hex') from chain as last order by last.id desc limit 1)
  from chain;
end;
$$;

-- One page of a log, newest first. The page after it starts at its last (occurred_at, id).
-- Without SET, so that the planner can inline it and drop the filters that are null.
create function public.search_audit_logs(
  p_tenant uuid,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_action text default null,
  p_actor text default null,
  p_resource text default null,
  p_text text default null,
  p_before_at timestamptz default null,
  p_before_id bigint default null,
  p_limit integer default 50
) returns setof public.tenant_audit_logs
language sql stable as $$
  select entry.*
  from public.tenant_audit_logs as entry
  where entry.tenant_id = p_tenant
    and (p_from is null or entry.occurred_at >= p_from)
    and (p_to is null or entry.occurred_at < p_to)
    and (p_action is null or entry.action = p_action)
    and (p_actor is null or lower(entry.actor_email) = lower(p_actor) or entry.actor_id::text = p_actor)
    and (
      p_resource is null or entry.resource_type = p_resource or entry.resource_id = p_resource
      or entry.resource_type || '/' || entry.resource_id = p_resource
    )
    and (
      p_text is null
      or lower(concat_ws(
        ' ', entry.action, entry.actor_email, entry.resource_type, entry.resource_id, entry.details
      )) like '%' || replace(replace(replace(lower(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    )
    and (
      p_before_at is null
      or (entry.occurred_at, entry.id) < (p_before_at, coalesce(p_before_id, 9223372036854775807))
    )
  order by entry.occurred_at desc, entry.id desc
  limit least(greatest(p_limit, 1), 1000);
$$;

-- Who came, went, or got another role is in the log even when nobody wrote it there.
create function public.record_membership_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed public.tenant_memberships := case when tg_op = 'DELETE' then old else new end;
begin
  insert into public.tenant_audit_logs
    (tenant_id, actor_id, actor_email, action, resource_type, resource_id, details)
  values (
    changed.tenant_id, auth.uid(), auth.jwt() ->> 'email',
    case tg_op
      when 'INSERT' then 'member.added'
      when 'UPDATE' then 'member.role_changed'
      else 'member.removed'
    end,
    'user', changed.user_id::text,
    jsonb_strip_nulls(jsonb_build_object(
      'role', changed.role,
      'previous_role', case when tg_op = 'UPDATE' then old.role end
    ))
  );
  return null;
end;
$$;

create trigger record_membership_change after insert or update or delete
on public.tenant_memberships
for each row execute function public.record_membership_change();

revoke all on function
  public.audit_log_hash(bytea, public.tenant_audit_logs),
  public.chain_audit_log(),
  public.refuse_audit_log_change(),
  public.record_membership_change(),
  public.verify_audit_chain(uuid),
  public.search_audit_logs(
    uuid, timestamptz, timestamptz, text, text, text, text, timestamptz, bigint, integer
  )
from public, anon, authenticated, service_role;
grant execute on function
  public.audit_log_hash(bytea, public.tenant_audit_logs),
  public.verify_audit_chain(uuid),
  public.search_audit_logs(
    uuid, timestamptz, timestamptz, text, text, text, text, timestamptz, bigint, integer
  )
to authenticated, service_role;

alter table public.tenant_audit_logs enable row level security;

revoke all on public.tenant_audit_logs from anon, authenticated, service_role;
grant select on public.tenant_audit_logs to authenticated, service_role;
-- The trigger writes id and hashes, whatever a caller sends.
grant insert (
  tenant_id, occurred_at, actor_id, actor_email, action, resource_type, resource_id, details, ip
) on public.tenant_audit_logs to service_role;

create policy "Tenant admins and system admins read the log" on public.tenant_audit_logs
for select to authenticated
using ((select public.is_system_admin()) or tenant_id in (select public.administered_tenants()));
