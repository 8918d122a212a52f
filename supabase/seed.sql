-- Demo data: three tenants and six weeks of their life, the same at every run but for the
-- clock. Accounts come from `npm run db:seed`; rows that name an account are left out, or
-- stay without a user, where it does not exist.

begin;

-- A number from 0 up to 1 that depends on its arguments only.
create function pg_temp.chance(p_salt text, p_row bigint) returns double precision
language sql immutable as $$
  select (hashint8extended(p_row, hashtextextended(p_salt, 0)) & 4294967295)::double precision / 4294967296;
$$;

create function pg_temp.pick(p_from anyarray, p_salt text, p_row bigint) returns anyelement
language sql immutable as $$
  select p_from[1 + floor(pg_temp.chance(p_salt, p_row) * cardinality(p_from))::integer];
$$;

insert into public.tenants (id, slug, name, status, created_at) values
  ('0a000000-0000-4000-8000-000000000001', 'acme', 'Acme Tools', 'active', now() - interval '400 days'),
  ('0a000000-0000-4000-8000-000000000002', 'globex', 'Globex Shipping', 'active', now() - interval '210 days'),
  ('0a000000-0000-4000-8000-000000000003', 'initech', 'Initech Payroll', 'active', now() - interval '60 days');

insert into public.system_admins (user_id)
select id from auth.users where email = 'admin@ops.test';

create temporary table member on commit drop as
select
  tenants.id as tenant_id, tenants.slug, users.id as user_id, users.email::text, wanted.role,
  row_number() over tenant as place, count(*) over tenant as places
from (
  values
    ('acme', 'owner@acme.test', 'owner'),
    ('acme', 'admin@acme.test', 'admin'),
    ('acme', 'member@acme.test', 'member'),
    ('globex', 'owner@globex.test', 'owner'),
    ('globex', 'member@globex.test', 'member'),
    ('initech', 'owner@initech.test', 'owner')
) as wanted (slug, email, role)
join public.tenants on tenants.slug = wanted.slug
join auth.users on users.email = wanted.email
window tenant as (
  partition by tenants.id order by users.email
  rows between unbounded preceding and unbounded following
);

-- Their arrival is part of the history below, on the day it happened.
alter table public.tenant_memberships disable trigger record_membership_change;
insert into public.tenant_memberships (tenant_id, user_id, role, created_at)
select tenant_id, user_id, role::public.tenant_role, now() - interval '42 days' from member;
alter table public.tenant_memberships enable trigger record_membership_change;

-- Busy by day, quiet by night and on Sundays; one visitor in three is signed in.
insert into public.page_views (tenant_id, viewed_at, path, duration_ms, user_id, session_id)
select
  tenant.id, visit.at,
  pg_temp.pick(
    array['/', '/orders', '/orders', '/orders/open', '/invoices', '/reports', '/settings', '/search'],
    'path', visit.i
  ),
  least(30000, 12 + (70 * exp(1.05 * sqrt(-2 * ln(1 - pg_temp.chance('u', visit.i)))
    * cos(2 * pi() * pg_temp.chance('v', visit.i))))::integer),
  case when pg_temp.chance('signed in', visit.i) < 0.35 then someone.user_id end,
  md5('session ' || visit.i / 7)::uuid
from (
  select
    i, now() - pg_temp.chance('at', i) * interval '28 days' as at,
    pg_temp.pick(array['acme', 'acme', 'acme', 'globex', 'globex', 'initech'], 'tenant', i) as slug
  from generate_series(1, 24000) as i
) as visit
join public.tenants as tenant on tenant.slug = visit.slug
left join member as someone
  on someone.slug = visit.slug
  and someone.place = 1 + floor(pg_temp.chance('who', visit.i / 7) * someone.places)
where pg_temp.chance('rhythm', visit.i) <
  (case when extract(hour from visit.at) between 7 and 18 then 0.9 else 0.3 end)
  * (case when extract(isodow from visit.at) = 7 then 0.4 else 1 end);

-- Somebody is at work right now.
insert into public.page_views (tenant_id, viewed_at, path, duration_ms, user_id, session_id)
select tenant_id, now() - i * interval '50 seconds', '/orders', 40 + i * 25, user_id, md5('now ' || email)::uuid
from member, generate_series(1, 5) as i
where email in ('owner@acme.test', 'member@acme.test', 'owner@globex.test');

-- Scattered errors, and one bad release nine days ago.
insert into public.error_tracking (tenant_id, occurred_at, level, message, route, fingerprint, user_id)
select
  tenant.id, failure.at,
  case
    when pg_temp.chance('level', failure.i) < 0.25 then 'warning'
    when pg_temp.chance('level', failure.i) < 0.98 then 'error'
    else 'fatal'
  end::public.error_level,
  failure.kind[1], failure.kind[2], left(md5(failure.kind[1]), 12),
  case when pg_temp.chance('error user', failure.i) < 0.4 then someone.user_id end
from (
  select
    i,
    case
      when i <= 420 then now() - interval '9 days' - pg_temp.chance('burst', i) * interval '95 minutes'
      else now() - pg_temp.chance('error at', i) * interval '28 days'
    end as at,
    case
      when i <= 420 then array['Cannot read properties of undefined (reading ''total'')', '/invoices']
      else string_to_array(
        pg_temp.pick(
          array[
            'Timed out after 5000 ms waiting for the payment provider|/invoices',
            'Connection terminated unexpectedly|/orders',
            'Request body exceeds 25 MB|/media',
            'Invalid date in query parameter "from"|/reports',
            'Session expired while saving|/settings',
            'Search index answered 503|/search'
          ], 'kind', i
        ), '|'
      )
    end as kind,
    pg_temp.pick(array['acme', 'acme', 'globex', 'initech', null], 'error tenant', i) as slug
  from generate_series(1, 2600) as i
) as failure
left join public.tenants as tenant on tenant.slug = failure.slug
left join member as someone
  on someone.slug = failure.slug
  and someone.place = 1 + floor(pg_temp.chance('failing', failure.i) * someone.places);

insert into public.media (id, tenant_id, path, bytes, mime_type, uploaded_by, created_at)
select
  md5('media ' || file.i)::uuid, tenant.id,
  tenant.id || '/' || md5('media ' || file.i) || '.' || file.kind[1],
  (2000 * exp(7.5 * pg_temp.chance('bytes', file.i)))::bigint, file.kind[2],
  someone.user_id, now() - pg_temp.chance('uploaded', file.i) * interval '42 days'
from (
  select
    i,
    string_to_array(
      pg_temp.pick(
        array['jpg|image/jpeg', 'jpg|image/jpeg', 'png|image/png', 'pdf|application/pdf', 'csv|text/csv'],
        'mime', i
      ), '|'
    ) as kind,
    pg_temp.pick(array['acme', 'acme', 'globex', 'initech'], 'media tenant', i) as slug
  from generate_series(1, 1340) as i
) as file
join public.tenants as tenant on tenant.slug = file.slug
left join member as someone
  on someone.slug = file.slug
  and someone.place = 1 + floor(pg_temp.chance('uploader', file.i) * someone.places);

-- The audit log, oldest first: the chain follows the order of the inserts.
insert into public.tenant_audit_logs
  (tenant_id, occurred_at, actor_id, actor_email, action, resource_type, resource_id, details, ip)
select
  tenant_id, occurred_at, actor_id, actor_email, action, resource_type, resource_id, details, ip
from (
  select
    tenant_id, now() - interval '42 days' as occurred_at, null::uuid as actor_id,
    null::text as actor_email, 'member.added' as action, 'user' as resource_type,
    user_id::text as resource_id, jsonb_build_object('role', role) as details, null::inet as ip
  from member
  union all
  select
    tenant.id, entry.at, someone.user_id,
    coalesce(someone.email, 'owner@' || tenant.slug || '.test'),
    entry.kind[1], entry.kind[2],
    case entry.kind[2]
      when 'user' then coalesce(someone.user_id::text, md5(tenant.slug)::uuid::text)
      else entry.kind[2] || '-' || (1000 + entry.i % 613)
    end,
    jsonb_strip_nulls(jsonb_build_object(
      'source', pg_temp.pick(array['web', 'web', 'api', 'import'], 'source', entry.i),
      'amount', case when entry.kind[2] = 'invoice' then (entry.i * 37) % 5000 end
    )),
    ('203.0.113.' || 1 + entry.i % 250)::inet
  from (
    select
      i, now() - interval '41 days' + pg_temp.chance('audit at', i) * interval '40 days 23 hours' as at,
      string_to_array(
        pg_temp.pick(
          array[
            'user.signed_in|user', 'user.signed_in|user', 'user.signed_in|user',
            'order.created|order', 'order.created|order', 'order.updated|order',
            'order.cancelled|order', 'invoice.sent|invoice', 'invoice.paid|invoice',
            'report.exported|report', 'settings.changed|settings', 'api_key.rotated|api_key'
          ], 'action', i
        ), '|'
      ) as kind,
      pg_temp.pick(array['acme', 'acme', 'acme', 'globex', 'initech'], 'audit tenant', i) as slug
    from generate_series(1, 2400) as i
  ) as entry
  join public.tenants as tenant on tenant.slug = entry.slug
  left join member as someone
  on someone.slug = entry.slug
  and someone.place = 1 + floor(pg_temp.chance('actor', entry.i) * someone.places)
) as history
order by occurred_at, action, resource_id;

analyze public.page_views, public.error_tracking, public.media, public.tenant_audit_logs;

commit;
