-- The numbers of the metrics page, counted where the rows are.

-- Each metric of a group, or null with the reason when the group cannot be read: one
-- failing source must not take the others with it, and must not look like zero.
create function public.system_metrics()
returns table (name text, value double precision, unit text, reason text)
language plpgsql stable set search_path = '' as $$
declare
  failed constant text := 'The database could not compute it.';
begin
  if row_security_active('public.error_tracking') and not public.is_system_admin() then
    raise exception 'only a system admin may read the system metrics' using errcode = '42501';
  end if;

  begin
    return query
    select metric.name, metric.value::double precision, 'errors', null::text
    from (
      select
        count(*) filter (where occurred_at > now() - interval '1 hour') as hour,
        count(*) filter (where occurred_at > now() - interval '24 hours') as day,
        count(*) as week
      from public.error_tracking
      where occurred_at > now() - interval '7 days' and occurred_at <= now()
    ) as errors,
    lateral (
      values ('errors_1h', hour), ('errors_24h', day), ('errors_7d', week)
    ) as metric (name, value);
  exception when others then
    return query
    select unnest(array['errors_1h', 'errors_24h', 'errors_7d']), null::double precision, 'errors', failed;
  end;

  begin
    return query
    select
      metric.name, latency.percentiles[metric.position], 'ms',
      case when latency.percentiles is null then 'No page was viewed in the last 24 hours.' end
    from (
      select percentile_cont(array[0.5, 0.95, 0.99]) within group (order by duration_ms) as percentiles
      from public.page_views
      where viewed_at > now() - interval '24 hours' and viewed_at <= now()
    ) as latency,
    (
      values ('latency_p50', 1), ('latency_p95', 2), ('latency_p99', 3)
    ) as metric (name, position);
  exception when others then
    return query
    select unnest(array['latency_p50', 'latency_p95', 'latency_p99']), null::double precision, 'ms', failed;
  end;

  begin
    return query
    select metric.name, metric.value::double precision, 'users', null::text
    from (
      select
        count(distinct user_id) filter (where viewed_at > now() - interval '5 minutes') as now,
        count(distinct user_id) as day
      from public.page_views
      where viewed_at > now() - interval '24 hours' and viewed_at <= now()
    ) as users,
    lateral (
      values ('active_users_now', users.now), ('active_users_24h', users.day)
    ) as metric (name, value);
  exception when others then
    return query
    select unnest(array['active_users_now', 'active_users_24h']), null::double precision, 'users', failed;
  end;

  begin
    return query
    select metric.name, metric.value::double precision, metric.unit, null::text
    from (select count(*) as files, coalesce(sum(bytes), 0) as bytes from public.media) as media,
    lateral (
      values ('media_files', media.files::numeric, 'files'), ('media_bytes', media.bytes, 'bytes')
    ) as metric (name, value, unit);
  exception when others then
    return query
    values
      ('media_files', null::double precision, 'files', failed),
      ('media_bytes', null::double precision, 'bytes', failed);
  end;

  begin
    return query
    select 'tenants', count(*)::double precision, 'tenants', null::text
    from public.tenants where status <> 'closed';
  exception when others then
    return query values ('tenants', null::double precision, 'tenants', failed);
  end;
end;
$$;

revoke all on function public.system_metrics() from public, anon, authenticated, service_role;
grant execute on function public.system_metrics() to authenticated, service_role;
